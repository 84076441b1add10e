export { QuestClient, QuestSite } from "./client.js";
export type { Following } from "./events.js";
export { ManagementOperations as QuestManagement } from "./generated/operations.js";
export type * from "./generated/types.js";
export type { Answer, Page } from "./pages.js";
export { QuestProblem, QuestResync } from "./problems.js";
export { isGenuine } from "./webhook.js";
export type { Call, Changing, Making, QuestOptions } from "./wire.js";
