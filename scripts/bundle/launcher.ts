/** The bundle's way in: what `npm run serve` and service managers run. Compiled to `main.cjs` beside the program. */
import { loadProgram } from "./program.js";

loadProgram(__dirname).run();
