// Made by ./quest railway from railway.json: change that file, then run it again. Use: railway config plan --file deploy/railway.ts
import { defineRailway, github, project, service } from "railway/iac";

const repository = process.env.QUEST_REPOSITORY;
if (!repository) throw new Error("Set QUEST_REPOSITORY to owner/name of the repository that Railway may see.");

export default defineRailway(() =>
  project("quest-cms", {
    resources: [
      service("web", {
        source: github(repository, { branch: "main" }),
        build: {
          builder: "DOCKERFILE",
          dockerfilePath: "Dockerfile",
        },
        deploy: {
          preDeployCommand: ["dotnet QuestCms.Web.dll migrate"],
          healthcheckPath: "/health/ready",
          healthcheckTimeout: 120,
          restartPolicyType: "ON_FAILURE",
          restartPolicyMaxRetries: 10,
          overlapSeconds: 15,
          drainingSeconds: 30,
        },
        env: { ASPNETCORE_ENVIRONMENT: "Production" },
      }),
    ],
  }),
);
