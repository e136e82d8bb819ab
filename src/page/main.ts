/** What runs in the page: it reads what the page holds, and shows it. */

import type { PageData } from "./data.ts";
import { dataId } from "./html.ts";
import { startPage } from "./start.ts";

// Written into the page by `pageHtml`, beside this script.
startPage(JSON.parse(document.getElementById(dataId)?.textContent ?? "{}") as PageData);
