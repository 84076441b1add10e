export { QuestClient, QuestSite } from "./client.js";
export { ManagementOperations as QuestManagement } from "./generated/operations.js";
export { QuestProblem, QuestResync } from "./problems.js";
export { isGenuine } from "./webhook.js";
//# sourceMappingURL=index.js.map