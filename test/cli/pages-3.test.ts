// The last third of the pages of command-line tests.
import { playPages } from "./play-pages.ts";

playPages(2);
