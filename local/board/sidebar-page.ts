/**
 * Gives the add-on's own HTML the `google.script` object it expects. The page runs in a sandboxed frame of no
 * origin; calls travel by postMessage to the board, which is the only one that may reach the server.
 */
const SCRIPT_SHIM = `(function(){
var calls={},next=1;
function runner(success,failure,user){
  var own={
    withSuccessHandler:function(f){return runner(f,failure,user)},
    withFailureHandler:function(f){return runner(success,f,user)},
    withUserObject:function(o){return runner(success,failure,o)}
  };
  return new Proxy(own,{get:function(target,name){
    if(name in target)return target[name];
    return function(){
      var id=next++;
      calls[id]={success:success,failure:failure,user:user};
      parent.postMessage({source:'peineng-sidebar',kind:'run',id:id,functionName:String(name),args:Array.prototype.slice.call(arguments)},'*');
    };
  }});
}
addEventListener('message',function(event){
  var answer=event.data;
  if(event.source!==parent||!answer||answer.source!=='peineng-board')return;
  var call=calls[answer.id];delete calls[answer.id];
  if(!call)return;
  if(answer.ok){if(call.success)call.success(answer.value,call.user)}
  else if(call.failure)call.failure(new Error(answer.message),call.user);
});
window.google=window.google||{};
google.script=google.script||{};
google.script.run=runner();
google.script.host=google.script.host||{close:function(){parent.postMessage({source:'peineng-sidebar',kind:'close'},'*')},editor:{focus:function(){}},setHeight:function(){},setWidth:function(){}};
})();`;

/** Policy of the frame: the add-on's inline scripts and styles may run, nothing may be fetched. */
export const SIDEBAR_POLICY =
  "sandbox allow-scripts allow-forms allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The add-on's page with `google.script` defined before its own scripts run. */
export function withScriptShim(html: string): string {
  const script = `<script>${SCRIPT_SHIM}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head) return html.slice(0, head.index) + head[0] + script + html.slice(head.index + head[0].length);
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html);
  return doctype ? doctype[0] + script + html.slice(doctype[0].length) : script + html;
}
