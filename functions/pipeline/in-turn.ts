/**
 * Gathers jobs per key and runs each key's jobs one batch at a time: while a batch is under way, what arrives
 * waits and then goes together. One team's edits are so read, decided and written in order, and a burst of
 * them costs one read and one write of the sheet instead of one each (Sheets allows 60 writes a minute).
 */
export const createInTurn = <Job, Answer>(
  runBatch: (key: string, jobs: readonly Job[]) => Promise<readonly Answer[]>,
  largestBatch = 50,
): ((key: string, job: Job) => Promise<Answer>) => {
  interface Waiting {
    readonly job: Job;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  }
  const queues = new Map<string, Waiting[]>();

  const drain = async (key: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, largestBatch);
      try {
        const answers = await runBatch(
          key,
          batch.map(({ job }) => job),
        );
        batch.forEach(({ resolve, reject }, index) => {
          const answer = answers[index];
          if (answer === undefined) reject(new Error(`job ${index} of ${key} got no answer`));
          else resolve(answer);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    queues.delete(key);
  };

  return (key, job) =>
    new Promise<Answer>((resolve, reject) => {
      const running = queues.get(key);
      if (running !== undefined) {
        running.push({ job, resolve, reject });
        return;
      }
      const queue: Waiting[] = [{ job, resolve, reject }];
      queues.set(key, queue);
      void drain(key, queue);
    });
};
