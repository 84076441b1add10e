using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class EventLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "epoch",
                schema: "delivery",
                table: "sites",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValueSql: "substr(md5(gen_random_uuid()::text), 1, 8)");

            migrationBuilder.AddColumn<long>(
                name: "kept_after",
                schema: "delivery",
                table: "sites",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<Guid>(
                name: "article",
                schema: "delivery",
                table: "events",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "asset",
                schema: "delivery",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "cache_tags",
                schema: "delivery",
                table: "events",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "changed_fields",
                schema: "delivery",
                table: "events",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "epoch",
                schema: "delivery",
                table: "events",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_events_article_sequence",
                schema: "delivery",
                table: "events",
                columns: new[] { "article", "sequence" });

            // By hand: what the model can't say. Keep it when the rest is made anew.
            migrationBuilder.Sql("""
                update delivery.events e set epoch = s.epoch from delivery.sites s where s.id = e.site;
                create or replace function delivery.take_sequence() returns trigger language plpgsql as $$
                declare n bigint; era text;
                begin
                    -- strict: an event of a site that is not shown fails instead of getting no number; the epoch is read under the same lock
                    update delivery.sites set last_sequence = last_sequence + 1 where id = new.site returning last_sequence, epoch into strict n, era;
                    update delivery.events set sequence = n, epoch = era where id = new.id;
                    perform pg_notify('delivery', new.site || ' ' || n);
                    return null;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // By hand, as above.
            migrationBuilder.Sql("""
                create or replace function delivery.take_sequence() returns trigger language plpgsql as $$
                declare n bigint;
                begin
                    update delivery.sites set last_sequence = last_sequence + 1 where id = new.site returning last_sequence into strict n;
                    update delivery.events set sequence = n where id = new.id;
                    perform pg_notify('delivery', new.site || ' ' || n);
                    return null;
                end $$;
                """);

            migrationBuilder.DropIndex(
                name: "ix_events_article_sequence",
                schema: "delivery",
                table: "events");

            migrationBuilder.DropColumn(
                name: "epoch",
                schema: "delivery",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "kept_after",
                schema: "delivery",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "asset",
                schema: "delivery",
                table: "events");

            migrationBuilder.DropColumn(
                name: "cache_tags",
                schema: "delivery",
                table: "events");

            migrationBuilder.DropColumn(
                name: "changed_fields",
                schema: "delivery",
                table: "events");

            migrationBuilder.DropColumn(
                name: "epoch",
                schema: "delivery",
                table: "events");

            migrationBuilder.AlterColumn<Guid>(
                name: "article",
                schema: "delivery",
                table: "events",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
