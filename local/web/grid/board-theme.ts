/** The engine's theme in the board's green. */
import { defaultTheme, type Theme } from '@univerjs/themes';

export const boardTheme: Theme = {
  ...defaultTheme,
  primary: {
    50: '#f0f8f5',
    100: '#e0f1eb',
    200: '#bfe2d6',
    300: '#90ccb8',
    400: '#56ab91',
    500: '#2a8f76',
    600: '#1f6f5c',
    700: '#1a5c4d',
    800: '#16493e',
    900: '#113a31',
  },
};
