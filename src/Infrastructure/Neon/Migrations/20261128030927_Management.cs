using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Management : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_asked_or_agents",
                schema: "ai",
                table: "generations");

            migrationBuilder.AlterColumn<Guid>(
                name: "planned_by",
                schema: "planning",
                table: "scheduled_publications",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "planned_by_key",
                schema: "planning",
                table: "scheduled_publications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "submitted_by",
                schema: "review",
                table: "rounds",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "submitted_by_key",
                schema: "review",
                table: "rounds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "frozen_by",
                schema: "content",
                table: "revisions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "frozen_by_key",
                schema: "content",
                table: "revisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer",
                schema: "work",
                table: "operations",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "fingerprint",
                schema: "work",
                table: "operations",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "requested_by_key",
                schema: "ai",
                table: "generations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "added_by",
                schema: "media",
                table: "assets",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "added_by_key",
                schema: "media",
                table: "assets",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "changed_by_key",
                schema: "content",
                table: "articles",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                schema: "content",
                table: "articles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_publications_planned_by_key",
                schema: "planning",
                table: "scheduled_publications",
                column: "planned_by_key");

            migrationBuilder.CreateIndex(
                name: "ix_rounds_submitted_by_key",
                schema: "review",
                table: "rounds",
                column: "submitted_by_key");

            migrationBuilder.CreateIndex(
                name: "ix_revisions_frozen_by_key",
                schema: "content",
                table: "revisions",
                column: "frozen_by_key");

            migrationBuilder.CreateIndex(
                name: "ix_generations_requested_by_key",
                schema: "ai",
                table: "generations",
                column: "requested_by_key");

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_asked_or_agents",
                schema: "ai",
                table: "generations",
                sql: "num_nonnulls(requested_by, requested_by_key, agent) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_assets_added_by_key",
                schema: "media",
                table: "assets",
                column: "added_by_key");

            migrationBuilder.CreateIndex(
                name: "ix_articles_changed_by_key",
                schema: "content",
                table: "articles",
                column: "changed_by_key");

            migrationBuilder.CreateIndex(
                name: "ix_articles_site_binned_at_id",
                schema: "content",
                table: "articles",
                columns: new[] { "site", "binned_at", "id" },
                filter: "binned_at is not null and deleted_at is null");

            migrationBuilder.AddForeignKey(
                name: "fk_articles_site_keys_changed_by_key",
                schema: "content",
                table: "articles",
                column: "changed_by_key",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_assets_site_keys_added_by_key",
                schema: "media",
                table: "assets",
                column: "added_by_key",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_generations_site_keys_requested_by_key",
                schema: "ai",
                table: "generations",
                column: "requested_by_key",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_revisions_site_keys_frozen_by_key",
                schema: "content",
                table: "revisions",
                column: "frozen_by_key",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_rounds_site_keys_submitted_by_key",
                schema: "review",
                table: "rounds",
                column: "submitted_by_key",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_scheduled_publications_site_keys_planned_by_key",
                schema: "planning",
                table: "scheduled_publications",
                column: "planned_by_key",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // By hand: counts of calls live a minute and need no log; after a crash they begin at nothing.
            migrationBuilder.Sql("create unlogged table work.call_counts (key uuid primary key, minute timestamptz not null, used int not null) with (fillfactor = 50)");
            // By hand, end.
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table work.call_counts");
            migrationBuilder.DropForeignKey(
                name: "fk_articles_site_keys_changed_by_key",
                schema: "content",
                table: "articles");

            migrationBuilder.DropForeignKey(
                name: "fk_assets_site_keys_added_by_key",
                schema: "media",
                table: "assets");

            migrationBuilder.DropForeignKey(
                name: "fk_generations_site_keys_requested_by_key",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropForeignKey(
                name: "fk_revisions_site_keys_frozen_by_key",
                schema: "content",
                table: "revisions");

            migrationBuilder.DropForeignKey(
                name: "fk_rounds_site_keys_submitted_by_key",
                schema: "review",
                table: "rounds");

            migrationBuilder.DropForeignKey(
                name: "fk_scheduled_publications_site_keys_planned_by_key",
                schema: "planning",
                table: "scheduled_publications");

            migrationBuilder.DropIndex(
                name: "ix_scheduled_publications_planned_by_key",
                schema: "planning",
                table: "scheduled_publications");

            migrationBuilder.DropIndex(
                name: "ix_rounds_submitted_by_key",
                schema: "review",
                table: "rounds");

            migrationBuilder.DropIndex(
                name: "ix_revisions_frozen_by_key",
                schema: "content",
                table: "revisions");

            migrationBuilder.DropIndex(
                name: "ix_generations_requested_by_key",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_asked_or_agents",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_assets_added_by_key",
                schema: "media",
                table: "assets");

            migrationBuilder.DropIndex(
                name: "ix_articles_changed_by_key",
                schema: "content",
                table: "articles");

            migrationBuilder.DropIndex(
                name: "ix_articles_site_binned_at_id",
                schema: "content",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "planned_by_key",
                schema: "planning",
                table: "scheduled_publications");

            migrationBuilder.DropColumn(
                name: "submitted_by_key",
                schema: "review",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "frozen_by_key",
                schema: "content",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "answer",
                schema: "work",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "fingerprint",
                schema: "work",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "requested_by_key",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "added_by_key",
                schema: "media",
                table: "assets");

            migrationBuilder.DropColumn(
                name: "changed_by_key",
                schema: "content",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                schema: "content",
                table: "articles");

            migrationBuilder.AlterColumn<Guid>(
                name: "planned_by",
                schema: "planning",
                table: "scheduled_publications",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "submitted_by",
                schema: "review",
                table: "rounds",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "frozen_by",
                schema: "content",
                table: "revisions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "added_by",
                schema: "media",
                table: "assets",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_asked_or_agents",
                schema: "ai",
                table: "generations",
                sql: "(requested_by is null) = (agent is not null)");
        }
    }
}
