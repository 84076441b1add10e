using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "content");

            migrationBuilder.EnsureSchema(
                name: "sites");

            migrationBuilder.EnsureSchema(
                name: "review");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.EnsureSchema(
                name: "delivery");

            migrationBuilder.EnsureSchema(
                name: "ai");

            migrationBuilder.EnsureSchema(
                name: "transfer");

            migrationBuilder.EnsureSchema(
                name: "work");

            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.EnsureSchema(
                name: "planning");

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                schema: "work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    run_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease_owner = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                schema: "work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt = table.Column<Guid>(type: "uuid", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_house_administrator = table.Column<bool>(type: "boolean", nullable: false),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                schema: "delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    strapline = table.Column<string>(type: "text", nullable: false),
                    locale = table.Column<string>(type: "text", nullable: false),
                    anonymous_reading = table.Column<bool>(type: "boolean", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                schema: "sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    strapline = table.Column<string>(type: "text", nullable: false),
                    locale = table.Column<string>(type: "text", nullable: false),
                    anonymous_reading = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sites1", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    type = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    previous_slug = table.Column<string>(type: "text", nullable: true),
                    locale = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_published_sites_site",
                        column: x => x.site,
                        principalSchema: "delivery",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_slugs",
                schema: "delivery",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_slugs", x => new { x.site, x.slug });
                    table.ForeignKey(
                        name: "fk_former_slugs_published_sites_site",
                        column: x => x.site,
                        principalSchema: "delivery",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "published_articles",
                schema: "delivery",
                columns: table => new
                {
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    locale = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_slugs = table.Column<string[]>(type: "text[]", nullable: false),
                    category_name = table.Column<string>(type: "text", nullable: true),
                    category_slug = table.Column<string>(type: "text", nullable: true),
                    html = table.Column<string>(type: "text", nullable: false),
                    html_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    json_tag = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    list_json = table.Column<string>(type: "text", nullable: false),
                    page_tag = table.Column<string>(type: "text", nullable: false),
                    renderer_version = table.Column<int>(type: "integer", nullable: false),
                    seal = table.Column<byte[]>(type: "bytea", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_articles", x => x.article);
                    table.ForeignKey(
                        name: "fk_published_articles_published_sites_site",
                        column: x => x.site,
                        principalSchema: "delivery",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    locale = table.Column<string>(type: "text", nullable: false),
                    working_version = table.Column<int>(type: "integer", nullable: false),
                    editing_session = table.Column<Guid>(type: "uuid", nullable: true),
                    session_since = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    last_revision = table.Column<int>(type: "integer", nullable: false),
                    live_revision = table.Column<int>(type: "integer", nullable: true),
                    approved_revision = table.Column<int>(type: "integer", nullable: true),
                    first_published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scheduled_for = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    binned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hands = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    pastes = table.Column<string[]>(type: "text[]", nullable: false),
                    words_edited = table.Column<int>(type: "integer", nullable: false),
                    words_machine = table.Column<int>(type: "integer", nullable: false),
                    words_pasted = table.Column<int>(type: "integer", nullable: false),
                    words_people = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    bylines = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    category = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    seo_description = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    seo_title = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    slug = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.id);
                    table.ForeignKey(
                        name: "fk_articles_people_changed_by",
                        column: x => x.changed_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_people_created_by",
                        column: x => x.created_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bylines",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    about = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bylines", x => x.id);
                    table.ForeignKey(
                        name: "fk_bylines_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "categories",
                schema: "sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.id);
                    table.ForeignKey(
                        name: "fk_categories_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                schema: "sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.id);
                    table.ForeignKey(
                        name: "fk_memberships_people_person",
                        column: x => x.person,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "generations",
                schema: "ai",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    brief = table.Column<string>(type: "jsonb", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    replaces = table.Column<int>(type: "integer", nullable: false),
                    prompt = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    stop_reason = table.Column<string>(type: "text", nullable: true),
                    say = table.Column<string>(type: "text", nullable: true),
                    input_tokens = table.Column<int>(type: "integer", nullable: false),
                    output_tokens = table.Column<int>(type: "integer", nullable: false),
                    cost = table.Column<decimal>(type: "numeric(12,6)", precision: 12, scale: 6, nullable: true),
                    proposal = table.Column<string>(type: "text", nullable: false),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_in_revision = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_generations", x => x.id);
                    table.ForeignKey(
                        name: "fk_generations_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_generations_people_requested_by",
                        column: x => x.requested_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imported_files",
                schema: "transfer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    working_version = table.Column<int>(type: "integer", nullable: false),
                    attributes = table.Column<string>(type: "jsonb", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_imported_files_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    occasion = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: true),
                    based_on = table.Column<int>(type: "integer", nullable: true),
                    locale = table.Column<string>(type: "text", nullable: false),
                    authorship = table.Column<string>(type: "jsonb", nullable: false),
                    hands = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    frozen_by = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    bylines = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    category = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    seo_description = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    seo_title = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    slug = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words_edited = table.Column<int>(type: "integer", nullable: false),
                    words_machine = table.Column<int>(type: "integer", nullable: false),
                    words_pasted = table.Column<int>(type: "integer", nullable: false),
                    words_people = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_revisions_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_revisions_people_frozen_by",
                        column: x => x.frozen_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                schema: "review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hands = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_rounds_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rounds_people_submitted_by",
                        column: x => x.submitted_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scheduled_publications",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    say = table.Column<string>(type: "text", nullable: true),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheduled_publications", x => x.id);
                    table.ForeignKey(
                        name: "fk_scheduled_publications_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheduled_publications_people_planned_by",
                        column: x => x.planned_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "side_copies",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    based_on_version = table.Column<int>(type: "integer", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    bylines = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    category = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    seo_description = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    seo_title = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    slug = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_side_copies", x => x.id);
                    table.ForeignKey(
                        name: "fk_side_copies_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_side_copies_people_person",
                        column: x => x.person,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                schema: "review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<Guid>(type: "uuid", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    import = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seal = table.Column<byte[]>(type: "bytea", nullable: false),
                    seal_version = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.CheckConstraint("ck_decisions_score", "score between 1 and 10");
                    table.ForeignKey(
                        name: "fk_decisions_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_people_decided_by",
                        column: x => x.decided_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_review_rounds_round",
                        column: x => x.round,
                        principalSchema: "review",
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_articles_changed_by_changed_at",
                schema: "content",
                table: "articles",
                columns: new[] { "changed_by", "changed_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_articles_created_by",
                schema: "content",
                table: "articles",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_articles_site_changed_at_id",
                schema: "content",
                table: "articles",
                columns: new[] { "site", "changed_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_bylines_site_slug",
                schema: "content",
                table: "bylines",
                columns: new[] { "site", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_categories_site_slug",
                schema: "sites",
                table: "categories",
                columns: new[] { "site", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_article_revision",
                schema: "review",
                table: "decisions",
                columns: new[] { "article", "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_decided_by",
                schema: "review",
                table: "decisions",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_one_per_round",
                schema: "review",
                table: "decisions",
                column: "round",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_site_decided_at",
                schema: "review",
                table: "decisions",
                columns: new[] { "site", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_entries_about_at",
                schema: "audit",
                table: "entries",
                columns: new[] { "about", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_entries_at_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_entries_site_at_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "site", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_events_site_sequence",
                schema: "delivery",
                table: "events",
                columns: new[] { "site", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_former_slugs_article",
                schema: "delivery",
                table: "former_slugs",
                column: "article");

            migrationBuilder.CreateIndex(
                name: "ix_generations_article_requested_at",
                schema: "ai",
                table: "generations",
                columns: new[] { "article", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_generations_requested_by_requested_at",
                schema: "ai",
                table: "generations",
                columns: new[] { "requested_by", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_generations_site",
                schema: "ai",
                table: "generations",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_imported_files_article",
                schema: "transfer",
                table: "imported_files",
                column: "article");

            migrationBuilder.CreateIndex(
                name: "ix_imported_files_site_path",
                schema: "transfer",
                table: "imported_files",
                columns: new[] { "site", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jobs_lease_owner",
                schema: "work",
                table: "jobs",
                column: "lease_owner",
                filter: "lease_owner is not null");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_run_at",
                schema: "work",
                table: "jobs",
                column: "run_at",
                filter: "state in (0, 1)");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_site",
                schema: "sites",
                table: "memberships",
                columns: new[] { "person", "site" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_site",
                schema: "sites",
                table: "memberships",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_operations_at",
                schema: "work",
                table: "operations",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_people_email",
                schema: "identity",
                table: "people",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_articles_site_published_at_article",
                schema: "delivery",
                table: "published_articles",
                columns: new[] { "site", "published_at", "article" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_published_articles_slug",
                schema: "delivery",
                table: "published_articles",
                columns: new[] { "site", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_revisions_article_number",
                schema: "content",
                table: "revisions",
                columns: new[] { "article", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_revisions_frozen_by",
                schema: "content",
                table: "revisions",
                column: "frozen_by");

            migrationBuilder.CreateIndex(
                name: "ix_revisions_site",
                schema: "content",
                table: "revisions",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_rounds_article_submitted_at",
                schema: "review",
                table: "rounds",
                columns: new[] { "article", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rounds_one_open",
                schema: "review",
                table: "rounds",
                column: "article",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_rounds_site_state_submitted_at",
                schema: "review",
                table: "rounds",
                columns: new[] { "site", "state", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rounds_submitted_by",
                schema: "review",
                table: "rounds",
                column: "submitted_by");

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_publications_article_at",
                schema: "planning",
                table: "scheduled_publications",
                columns: new[] { "article", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_publications_one_waiting",
                schema: "planning",
                table: "scheduled_publications",
                column: "article",
                unique: true,
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_publications_planned_by",
                schema: "planning",
                table: "scheduled_publications",
                column: "planned_by");

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_publications_site_at",
                schema: "planning",
                table: "scheduled_publications",
                columns: new[] { "site", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_side_copies_article_person",
                schema: "content",
                table: "side_copies",
                columns: new[] { "article", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_side_copies_person",
                schema: "content",
                table: "side_copies",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_sites_slug",
                schema: "delivery",
                table: "sites",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sites_slug1",
                schema: "sites",
                table: "sites",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bylines",
                schema: "content");

            migrationBuilder.DropTable(
                name: "categories",
                schema: "sites");

            migrationBuilder.DropTable(
                name: "decisions",
                schema: "review");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "events",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "former_slugs",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "generations",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "imported_files",
                schema: "transfer");

            migrationBuilder.DropTable(
                name: "jobs",
                schema: "work");

            migrationBuilder.DropTable(
                name: "memberships",
                schema: "sites");

            migrationBuilder.DropTable(
                name: "operations",
                schema: "work");

            migrationBuilder.DropTable(
                name: "published_articles",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "revisions",
                schema: "content");

            migrationBuilder.DropTable(
                name: "scheduled_publications",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "side_copies",
                schema: "content");

            migrationBuilder.DropTable(
                name: "rounds",
                schema: "review");

            migrationBuilder.DropTable(
                name: "sites",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "articles",
                schema: "content");

            migrationBuilder.DropTable(
                name: "people",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "sites",
                schema: "sites");
        }
    }
}
