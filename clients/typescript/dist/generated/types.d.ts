/** New values may come: keep a way for what you don't know. */
export type AiOrigin = "none" | "assisted" | "generated" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ArticleKind = "guide" | "tutorial" | "news" | "analysis" | "comparison" | "review" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type BodyForm = "none" | "html" | "markdown" | "text" | (string & {});
/** article.corrected is reserved. New values may come: keep a way for what you don't know. */
export type EventType = "article.published" | "article.updated" | "article.unpublished" | "article.archived" | "article.deleted" | "article.slug_changed" | "article.corrected" | "media.updated" | "site.updated" | "endpoint.test" | (string & {});
/** whole: uncropped; cover: cropped for lists; social: for shared links. New values may come: keep a way for what you don't know. */
export type PictureCut = "whole" | "cover" | "social" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ProvenanceCardForm = "quest-provenance-1" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ProvenanceCardReviewKind = "review" | "taken_over" | (string & {});
/** model: Claude or another by its name; program: an agent of the site; people are named by their bylines alone. New values may come: keep a way for what you don't know. */
export type ProvenanceHandKind = "person" | "model" | "program" | "import" | "template" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ProvenanceKeysKeyAlg = "EdDSA" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ProvenanceKeysKeyCrv = "Ed25519" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ProvenanceKeysKeyKty = "OKP" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ProvenanceKeysKeyUse = "sig" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ReviewState = "draft" | "in_review" | "approved" | "changes_requested" | "rejected" | (string & {});
/** New values may come: keep a way for what you don't know. */
export type ShownState = "any" | "draft" | "in_review" | "changes_requested" | "rejected" | "approved" | "scheduled" | "published" | "published_with_changes" | "archived" | (string & {});
/** Which share of the words came from a model: none, assisted (some), generated (over half). */
export interface AiShare {
    origin: AiOrigin;
    /** 0 to 1. */
    share: number;
    /** A sentence for readers. */
    disclosure: string | null;
}
/** A published article. */
export interface Article {
    id: string;
    site: string;
    slug: string;
    /** BCP 47. */
    locale: string;
    kind: ArticleKind;
    title: string;
    summary: string;
    /** In the form asked for: HTML unless said otherwise. */
    body: string;
    category: Named | null;
    tags: string[];
    authors: Named[];
    image: Image | null;
    seo: Seo;
    readingMinutes: number;
    wordCount: number;
    /** When readers saw it first. */
    publishedAt: string;
    /** When what they see was published. */
    updatedAt: string;
    /** Counts its publications. */
    version: number;
    review: Review;
    ai: AiShare;
    /** What to purge a cache by. */
    cacheTags: string[];
    /** With `include=related`. */
    related?: ListedArticle[];
    /** With `include=media`: all of its pictures, the cover first. */
    media?: ArticlePicture[];
}
/** A picture of an article. */
export interface ArticlePicture {
    id: string;
    cover: boolean;
    url: string;
    alt: string;
    width: number;
    height: number;
    credit: string;
    /** Made with AI. */
    ai: boolean;
    renditions: Rendition[];
}
/** A byline. */
export interface Author {
    slug: string;
    name: string;
    about: string;
    articles: number;
}
export interface ChangeList {
    data: QuestEvent[];
    meta: ChangeListMeta;
    links: PageLinks;
}
export interface ChangeListMeta {
    limit: number;
    count: number | null;
    /** The cursor to go on from, also when nothing came. */
    next: string;
    /** More is there already. */
    more: boolean;
}
/** An article as a list shows it, or the chosen fields of it, and how it was found. */
export interface FoundArticle {
    id?: string;
    site?: string;
    slug?: string;
    /** BCP 47. */
    locale?: string;
    kind?: ArticleKind;
    title?: string;
    summary?: string;
    body?: string;
    category?: PartOfNamed | null;
    tags?: string[];
    authors?: PartOfNamed[];
    /** A picture with what a reader is told of it. Addresses begin at the root of the house. */
    image?: PartOfImage | null;
    seo?: PartOfSeo;
    readingMinutes?: number;
    wordCount?: number;
    /** When readers saw it first. */
    publishedAt?: string;
    /** When what they see was published. */
    updatedAt?: string;
    /** Counts its publications. */
    version?: number;
    /** Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers. */
    review?: PartOfReview;
    /** Which share of the words came from a model: none, assisted (some), generated (over half). */
    ai?: PartOfAiShare;
    /** What to purge a cache by. */
    cacheTags?: string[];
    /** With `include=related`. */
    related?: ListedArticle[];
    /** With `include=media`: all of its pictures, the cover first. */
    media?: ArticlePicture[];
    match: SearchMatch;
}
/** A picture with what a reader is told of it. Addresses begin at the root of the house. */
export interface Image {
    url: string;
    alt: string;
    width: number;
    height: number;
    credit: string;
    /** Made with AI. */
    ai: boolean;
    renditions: Rendition[];
}
/** A published article as lists show it: without its body unless that is asked for. */
export interface ListedArticle {
    id: string;
    site: string;
    slug: string;
    /** BCP 47. */
    locale: string;
    kind: ArticleKind;
    title: string;
    summary: string;
    /** With `body` or `fields=body`. */
    body?: string;
    category: Named | null;
    tags: string[];
    authors: Named[];
    image: Image | null;
    seo: Seo;
    readingMinutes: number;
    wordCount: number;
    /** When readers saw it first. */
    publishedAt: string;
    /** When what they see was published. */
    updatedAt: string;
    /** Counts its publications. */
    version: number;
    review: Review;
    ai: AiShare;
    /** What to purge a cache by. */
    cacheTags: string[];
    /** With `include=related`. */
    related?: ListedArticle[];
    /** With `include=media`: all of its pictures, the cover first. */
    media?: ArticlePicture[];
}
export interface ManagedArticle {
    id: string;
    site: string;
    locale: string;
    version: number;
    state: ReviewState;
    shown: ShownState;
    revision: number;
    liveRevision: number | null;
    approvedRevision: number | null;
    hasUnpublishedChanges: boolean;
    scheduledFor: string | null;
    firstPublishedAt: string | null;
    archivedAt: string | null;
    binnedAt: string | null;
    createdBy: ManagedWriter | null;
    createdAt: string;
    changedBy: ManagedWriter | null;
    changedAt: string;
    wordCount: number;
    readingMinutes: number;
    text: ManagedText;
    checks: ManagedArticleCheck[];
}
export interface ManagedArticleCheck {
    level: string;
    field: string;
    title: string;
    detail: string;
}
export interface ManagedAskSent {
    article: string;
    kind: string;
    topic?: string | null;
    audience?: string | null;
    angle?: string | null;
    mustSay?: string | null;
    mustNotSay?: string | null;
    sources?: string | null;
    instruction?: string | null;
    context?: string | null;
    words?: number | null;
}
export interface ManagedAsked {
    id: string;
}
export interface ManagedBinned {
    id: string;
    version: number;
    title: string;
    kind: ArticleKind;
    wordCount: number;
    binnedAt: string;
    deletedFrom: string;
    wasLive: boolean;
}
export interface ManagedBinnedPage {
    data: ManagedBinned[];
    meta: ManagedPageMeta;
    links: ManagedPageLinks;
}
export interface ManagedBrought {
    id: string;
    fileName: string;
    alt: string;
    url: string;
}
export interface ManagedDelivery {
    id: string;
    type: string;
    about: string;
    at: string;
    state: string;
    dueAt: string | null;
    attempts: number;
    lastStatus: number | null;
    say: string | null;
}
export interface ManagedDeliveryPage {
    data: ManagedDelivery[];
    meta: ManagedPageMeta;
    links: ManagedPageLinks;
}
export interface ManagedDeliveryWithAttempts {
    delivery: ManagedDelivery;
    webhookId: string;
    endedAt: string | null;
    attempts: ManagedDeliveryWithAttemptsAttempt[];
}
export interface ManagedDeliveryWithAttemptsAttempt {
    number: number;
    at: string;
    status: number | null;
    milliseconds: number;
    say: string;
    body: string;
}
export interface ManagedGeneration {
    id: string;
    article: string;
    kind: string;
    state: string;
    proposal: string;
    by: string;
    at: string;
    prompt: string;
    model: string;
    tokens: number;
    cost: number | null;
}
export interface ManagedGenerationPage {
    data: ManagedGeneration[];
    meta: ManagedPageMeta;
    links: ManagedPageLinks;
}
export interface ManagedGenerationText {
    id: string;
    article: string;
    kind: string;
    state: string;
    proposal: string;
    by: string;
    at: string;
    prompt: string;
    model: string;
    say: string | null;
    text: string;
    inputTokens: number;
    outputTokens: number;
    cost: number | null;
}
export interface ManagedMadeWebhook {
    webhook: ManagedWebhook;
    secret: string | null;
}
export interface ManagedNoteSent {
    note?: string;
}
export interface ManagedPageLinks {
    self: string;
    next: string | null;
}
export interface ManagedPageMeta {
    limit: number;
}
export interface ManagedPicture {
    id: string;
    fileName: string;
    alt: string;
    credit: string;
    isAi: boolean;
    width: number;
    height: number;
    state: string;
    url: string;
    addedAt: string;
    addedBy: string;
}
export interface ManagedPicturePage {
    data: ManagedPicture[];
    meta: ManagedPageMeta;
    links: ManagedPageLinks;
}
export interface ManagedPlanSent {
    action: string;
    revision?: number | null;
    at: string;
}
export interface ManagedResent {
    deliveries: number;
}
export interface ManagedRevision {
    number: number;
    occasion: string;
    origin: string;
    basedOn: number | null;
    by: ManagedWriter | null;
    at: string;
    wordCount: number;
    decision: ManagedRevisionDecision | null;
}
export interface ManagedRevisionDecision {
    verdict: string;
    kind: string;
    score: number | null;
    reason: string;
    at: string;
}
export interface ManagedRevisionPage {
    data: ManagedRevision[];
    meta: ManagedPageMeta;
    links: ManagedPageLinks;
}
export interface ManagedRevisionText {
    revision: ManagedRevision;
    locale: string;
    text: ManagedText;
}
export interface ManagedRotationSent {
    atOnce?: boolean;
}
export interface ManagedRow {
    id: string;
    version: number;
    title: string;
    slug: string;
    kind: ArticleKind;
    shown: ShownState;
    revision: number;
    liveRevision: number | null;
    score: number | null;
    wordCount: number;
    scheduledFor: string | null;
    changedAt: string;
    changedBy: ManagedWriter | null;
    passage: string | null;
}
export interface ManagedRowPage {
    data: ManagedRow[];
    meta: ManagedPageMeta;
    links: ManagedPageLinks;
}
export interface ManagedSpanSent {
    from: string;
    to: string;
    all?: boolean;
}
export interface ManagedStanding {
    id: string;
    version: number;
    state: ReviewState;
    shown: ShownState;
    slug: string;
    revision: number;
    liveRevision: number | null;
    approvedRevision: number | null;
    scheduledFor: string | null;
    archivedAt: string | null;
    binnedAt: string | null;
    wordCount: number;
    changedAt: string;
}
export interface ManagedText {
    title: string;
    summary: string;
    body: string;
    slug: string | null;
    kind: ArticleKind;
    category: string | null;
    tags: string[];
    authors: string[];
    image: string | null;
    seo: ManagedTextSeo;
}
export interface ManagedTextSent {
    title: string;
    summary?: string;
    body?: string;
    slug?: string | null;
    kind?: ArticleKind;
    category?: string | null;
    tags?: string[];
    authors?: string[];
    image?: string | null;
    seo?: ManagedTextSentSeo;
}
export interface ManagedTextSentSeo {
    title: string;
    description?: string;
}
export interface ManagedTextSeo {
    title: string;
    description: string;
}
export interface ManagedWebhook {
    id: string;
    version: number;
    address: string;
    description: string;
    types: string[];
    state: string;
    formerSecretUntil: string | null;
    failingSince: string | null;
    disabledAt: string | null;
    madeAt: string;
}
export interface ManagedWebhookTerms {
    address: string;
    description: string;
    types: string[];
}
export interface ManagedWebhookTermsSent {
    address: string;
    description?: string;
    types?: string[];
}
export interface ManagedWebhooks {
    data: ManagedWebhooksData[];
}
export interface ManagedWebhooksData {
    id: string;
    address: string;
    description: string;
    types: string[];
    state: string;
    failingSince: string | null;
    disabledAt: string | null;
}
export interface ManagedWriter {
    kind: string;
    name: string;
}
export interface Named {
    slug: string;
    name: string;
}
/** Addresses from the root; the same stand in the header `Link`. */
export interface PageLinks {
    self: string;
    next: string | null;
    prev: string | null;
}
export interface PageMeta {
    limit: number;
    /** All that meet the conditions, with `count=true`. */
    count: number | null;
}
/** Which share of the words came from a model: none, assisted (some), generated (over half). */
export interface PartOfAiShare {
    origin?: AiOrigin;
    /** 0 to 1. */
    share?: number;
    /** A sentence for readers. */
    disclosure?: string | null;
}
/** The chosen fields of an article, or parts of them. */
export interface PartOfArticle {
    id?: string;
    site?: string;
    slug?: string;
    /** BCP 47. */
    locale?: string;
    kind?: ArticleKind;
    title?: string;
    summary?: string;
    body?: string;
    category?: PartOfNamed | null;
    tags?: string[];
    authors?: PartOfNamed[];
    /** A picture with what a reader is told of it. Addresses begin at the root of the house. */
    image?: PartOfImage | null;
    seo?: PartOfSeo;
    readingMinutes?: number;
    wordCount?: number;
    /** When readers saw it first. */
    publishedAt?: string;
    /** When what they see was published. */
    updatedAt?: string;
    /** Counts its publications. */
    version?: number;
    /** Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers. */
    review?: PartOfReview;
    /** Which share of the words came from a model: none, assisted (some), generated (over half). */
    ai?: PartOfAiShare;
    /** What to purge a cache by. */
    cacheTags?: string[];
    /** With `include=related`. */
    related?: ListedArticle[];
    /** With `include=media`: all of its pictures, the cover first. */
    media?: ArticlePicture[];
}
/** A picture with what a reader is told of it. Addresses begin at the root of the house. */
export interface PartOfImage {
    url?: string;
    alt?: string;
    width?: number;
    height?: number;
    credit?: string;
    /** Made with AI. */
    ai?: boolean;
    renditions?: Rendition[];
}
export interface PartOfNamed {
    slug?: string;
    name?: string;
}
/** Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers. */
export interface PartOfReview {
    score?: number | null;
    approvedAt?: string;
    reviewers?: string[];
}
export interface PartOfSeo {
    title?: string;
    description?: string;
    /** The one address of the article, from the root of the house. */
    canonical?: string | null;
    keywords?: string[];
}
export interface PictureForm {
    /** The picture's bytes. */
    file: Blob;
    alt?: string;
    credit?: string;
}
/** RFC 9457 problem details. `type` is a page that explains the code. */
export interface Problem {
    /** Address of the page about this code. */
    type: string;
    title: string;
    status: number;
    /** What happened, in a sentence a person may read. */
    detail: string;
    /** Stable, lower case. */
    code: string;
    /** Names this answer in the logs of the house. */
    traceId: string;
    /** Everything that is wrong, at once. */
    errors: ProblemField[];
    replacement?: Replacement | null;
}
/** One thing that is wrong. */
export interface ProblemField {
    /** JSON pointer into what was sent. */
    pointer: string | null;
    /** Name of a parameter. */
    parameter: string | null;
    code: string;
    detail: string;
    /** The nearest right name, or what to write instead. */
    hint: string | null;
}
/** How a published article was made. */
export interface ProvenanceCard {
    form: ProvenanceCardForm;
    /** What it is about. */
    article: ProvenanceCardArticle;
    /** SHA-256, hexadecimal. */
    hashes: ProvenanceCardHashe;
    authors: Named[];
    /** Who answers for it. What was taken over from elsewhere has no score and no reviewers. */
    review: ProvenanceCardReview;
    /** Of title, summary, body and SEO fields, by the hand they came from. */
    words: ProvenanceCardWord;
    /** Pages that were read for what a model wrote. */
    sources: ProvenanceCardSource[];
    /** Sentences in which something was to be checked. */
    claims: ProvenanceCardClaim;
    /** Publications in which title, summary or body differ from what readers saw before. */
    corrections: ProvenanceCardCorrection;
    /** Those that a model made. */
    pictures: ProvenanceCardPicture[];
    signedAt: string;
    /** Where the keys are, from the root of the house. */
    keys: string;
}
/** What it is about. */
export interface ProvenanceCardArticle {
    id: string;
    site: string;
    slug: string;
    /** BCP 47. */
    locale: string;
    kind: string;
    title: string;
    summary: string;
    /** Which publication of the article. */
    version: number;
    /** Which revision readers see. */
    revision: number;
    publishedAt: string;
    updatedAt: string;
}
/** Sentences in which something was to be checked. */
export interface ProvenanceCardClaim {
    found: number;
    verified: number;
    /** Those verified, at most 30. */
    list: ProvenanceCardClaimList[];
}
export interface ProvenanceCardClaimList {
    sentence: string;
    /** Where it was looked up, if anyone can open it. */
    source: string | null;
    checkedAt: string;
    /** The last day it counts. */
    holdsUntil: string | null;
}
/** Publications in which title, summary or body differ from what readers saw before. */
export interface ProvenanceCardCorrection {
    knownSince: string;
    count: number;
    /** The newest 20, newest first. */
    list: ProvenanceCorrection[];
}
/** SHA-256, hexadecimal. */
export interface ProvenanceCardHashe {
    /** Over the canonical form of the revision, as it was approved. */
    seal: string;
    sealForm: number;
    /** Of the body that the API answers as HTML. */
    html: string;
    /** Of the body with `body=markdown`. */
    markdown: string;
}
export interface ProvenanceCardPicture {
    id: string;
    cover: boolean;
    alt: string;
    model: string | null;
}
/** Who answers for it. What was taken over from elsewhere has no score and no reviewers. */
export interface ProvenanceCardReview {
    kind: ProvenanceCardReviewKind;
    score: number | null;
    approvedAt: string;
    reviewers: string[];
}
export interface ProvenanceCardSource {
    address: string;
    title: string;
    readAt: string;
}
/** Of title, summary, body and SEO fields, by the hand they came from. */
export interface ProvenanceCardWord {
    total: number;
    /** Most words first. */
    byHand: ProvenanceHand[];
    /** Words of sentences: of a model and untouched, of a model and edited, of people, pasted by people. */
    asTheyStand: ProvenanceCardWordAsTheyStand;
}
/** Words of sentences: of a model and untouched, of a model and edited, of people, pasted by people. */
export interface ProvenanceCardWordAsTheyStand {
    machine: number;
    edited: number;
    people: number;
    pasted: number;
}
/** Known by comparing the two revisions that readers saw. */
export interface ProvenanceCorrection {
    version: number;
    at: string;
    /** One sentence. */
    what: string;
    fields: string[];
    sentencesNew: number;
    sentencesGone: number;
    revision: number;
    before: number;
}
export interface ProvenanceHand {
    /** model: Claude or another by its name; program: an agent of the site; people are named by their bylines alone. */
    kind: ProvenanceHandKind;
    model: string | null;
    words: number;
    /** 0 to 1. */
    share: number;
    /** Of them, brought from outside. */
    pasted: number;
    prompts: string[];
}
export interface ProvenanceKeys {
    keys: ProvenanceKeysKey[];
}
/** A key. */
export interface ProvenanceKeysKey {
    kty: ProvenanceKeysKeyKty;
    crv: ProvenanceKeysKeyCrv;
    /** 32 bytes in base64url. */
    x: string;
    /** Its RFC 7638 thumbprint. */
    kid: string;
    alg: ProvenanceKeysKeyAlg;
    use: ProvenanceKeysKeyUse;
    madeAt: string;
    retiredAt: string | null;
    revokedAt: string | null;
}
/** The one form an event has wherever it is told. */
export interface QuestEvent {
    /** The same wherever and however often it is told; also the cursor behind it. */
    id: string;
    /** article.corrected is reserved. */
    type: EventType;
    timestamp: string;
    data: QuestEventData;
}
export interface QuestEventData {
    /** Of the article; of the picture or the site where it is about one of those. */
    id: string;
    site: string;
    slug: string | null;
    previousSlug: string | null;
    locale: string | null;
    /** Which publication of the article it was. */
    version: number | null;
    /** Rises with each event of the site. */
    sequence: number | null;
    /** Where it is read in the API. */
    url: string | null;
    changedFields: string[];
    cacheTags: string[];
}
/** An address that leads on, or that was an article's. */
export interface Redirect {
    /** The former slug, or what stands behind the site in its address: old/page, category/old-name. */
    from: string;
    /** The slug or path of this site it leads to or that stands in for it, or an https address; null where nothing does. */
    to: string | null;
    /** 308 where the article has another slug, 301 where somebody led it on or a shelf moved, 410 where the article is gone. */
    status: number;
    article: string | null;
}
/** One file of a picture. */
export interface Rendition {
    url: string;
    /** whole: uncropped; cover: cropped for lists; social: for shared links. */
    cut: PictureCut;
    /** Media type. */
    type: string;
    width: number;
    height: number;
}
/** What stands in for an article that is gone; on 410 alone, null where nothing does. */
export interface Replacement {
    id: string;
    slug: string;
    url: string;
}
/** Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers. */
export interface Review {
    score: number | null;
    approvedAt: string;
    reviewers: string[];
}
/** How many share a value. */
export interface SearchFacet {
    /** What a search is narrowed by. */
    value: string;
    name: string;
    count: number;
}
export interface SearchFacets {
    categories: SearchFacet[];
    /** The thirty commonest. */
    tags: SearchFacet[];
    kinds: SearchFacet[];
    /** The newest first. */
    years: SearchFacet[];
}
export interface SearchList {
    data: FoundArticle[];
    meta: SearchMeta;
    links: PageLinks;
}
/** How an article was found. */
export interface SearchMatch {
    title: SearchPiece[];
    /** Around the place that has most of the words; of the summary where the text has none. */
    passage: SearchPiece[];
}
export interface SearchMeta {
    limit: number;
    /** How many were found, up to 2,500. */
    count: number;
    /** There may be more than were counted. */
    countIsAtLeast: boolean;
    /** The query with words the site knows for such as no article has; they were looked for as well. */
    didYouMean: string | null;
    facets: SearchFacets;
}
/** Plain text, never markup: encode it where you show it. */
export interface SearchPiece {
    text: string;
    /** It is what was looked for. */
    match: boolean;
}
export interface Seo {
    title: string;
    description: string;
    /** The one address of the article, from the root of the house. */
    canonical: string | null;
    keywords: string[];
}
/** A JWS in flattened JSON; `card` is what its payload says. */
export interface SignedCard {
    card: ProvenanceCard;
    /** What is signed: the bytes of the card, in base64url. */
    payload: string;
    /** In base64url: alg (EdDSA), kid, typ. */
    protected: string;
    /** 64 bytes of Ed25519 over protected, a full stop and payload, in base64url. */
    signature: string;
}
export interface Site {
    slug: string;
    name: string;
    strapline: string;
    /** BCP 47. */
    locale: string;
    locales: string[];
    counts: SiteCounts;
    /** The first hundred by slug. */
    categories: Taxon[];
    kinds: SiteKind[];
}
export interface SiteCounts {
    articles: number;
    categories: number;
    tags: number;
    authors: number;
}
export interface SiteKind {
    slug: string;
    articles: number;
}
export interface SiteList {
    data: SiteSummary[];
}
export interface SiteSummary {
    slug: string;
    name: string;
    strapline: string;
    /** BCP 47. */
    locale: string;
    locales: string[];
    /** Published ones. */
    articles: number;
}
export interface SuggestedTitle {
    title: string;
    slug: string;
}
export interface Suggestions {
    /** The newest first. */
    titles: SuggestedTitle[];
    /** The commonest first. */
    words: string[];
}
/** What published articles stand under. */
export interface Taxon {
    /** What a list is narrowed by. */
    slug: string;
    name: string;
    articles: number;
}
/** What `listAuthors` can be asked. */
export interface ListAuthorsQuery {
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
    /** Whether all that meet the conditions are counted. */
    count?: boolean;
}
/** What `listCategories` can be asked. */
export interface ListCategoriesQuery {
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
    /** Whether all that meet the conditions are counted. */
    count?: boolean;
}
/** What `listRedirects` can be asked. */
export interface ListRedirectsQuery {
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
    /** Whether all that meet the conditions are counted. */
    count?: boolean;
}
/** What `listTags` can be asked. */
export interface ListTagsQuery {
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
    /** Whether all that meet the conditions are counted. */
    count?: boolean;
}
/** What `listArticles` can be asked. */
export interface ListArticlesQuery {
    /** A category's slug. */
    category?: string;
    /** A tag; given several times, any of them. */
    tag?: string[];
    /** Given several times, all of them. */
    tagAll?: string[];
    /** A byline's slug. */
    author?: string;
    kind?: ArticleKind;
    /** BCP 47. */
    locale?: string;
    /** The reviewer's score, at least. */
    minScore?: number;
    /** Readers saw it first after this time, RFC 3339; a date is its beginning in UTC. */
    publishedAfter?: string;
    /** Before this time. */
    publishedBefore?: string;
    /** Published last after this time. */
    updatedAfter?: string;
    /** Words to look for: "a phrase", -without, or. */
    q?: string;
    /** filter[field][operator]=value. Fields: id, slug, title, category, tag, author, kind, locale, score, publishedAt, updatedAt. Operators: eq, ne, lt, lte, gt, gte, in, nin, contains, startsWith, null; not every one of every field. `in` and `nin` take values with commas between, `null` true or false. */
    filter?: Record<string, Record<string, string>>;
    /** Keys with commas between, each from high to low with a minus before it: relevance, publishedAt, updatedAt, title, score; relevance with `q` alone. The id is always the last. */
    sort?: string;
    /** What comes besides, with commas between: `related`, `media`. */
    include?: string;
    /** The form of the body. */
    body?: BodyForm;
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
    /** Whether all that meet the conditions are counted. */
    count?: boolean;
}
/** What `getArticle` can be asked. */
export interface GetArticleQuery {
    /** What comes besides, with commas between: `related`, `media`. */
    include?: string;
    /** The form of the body. */
    body?: BodyForm;
}
/** What `getArticleBySlug` can be asked. */
export interface GetArticleBySlugQuery {
    /** What comes besides, with commas between: `related`, `media`. */
    include?: string;
    /** The form of the body. */
    body?: BodyForm;
}
/** What `listRelatedArticles` can be asked. */
export interface ListRelatedArticlesQuery {
    /** How many at most. */
    limit?: number;
}
/** What `search` can be asked. */
export interface SearchQuery {
    /** What to look for, at most 200 characters: words, "a phrase", or, -without; the last word may be the beginning of one. */
    q: string;
    /** A category's slug. */
    category?: string;
    /** A tag; given several times, any of them. */
    tag?: string[];
    /** Given several times, all of them. */
    tagAll?: string[];
    /** A byline's slug. */
    author?: string;
    kind?: ArticleKind;
    /** BCP 47. */
    locale?: string;
    /** The reviewer's score, at least. */
    minScore?: number;
    /** Readers saw it first after this time, RFC 3339; a date is its beginning in UTC. */
    publishedAfter?: string;
    /** Before this time. */
    publishedBefore?: string;
    /** Published last after this time. */
    updatedAfter?: string;
    /** filter[field][operator]=value. Fields: id, slug, title, category, tag, author, kind, locale, score, publishedAt, updatedAt. Operators: eq, ne, lt, lte, gt, gte, in, nin, contains, startsWith, null; not every one of every field. `in` and `nin` take values with commas between, `null` true or false. */
    filter?: Record<string, Record<string, string>>;
    /** Published first in that year, in UTC. */
    year?: number;
    /** Only these fields, with commas between them; a part of one as `seo.title`. */
    fields?: string;
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
/** What `suggest` can be asked. */
export interface SuggestQuery {
    /** What to look for, at most 200 characters: words, "a phrase", or, -without; the last word may be the beginning of one. */
    q: string;
}
/** What `listChanges` can be asked. */
export interface ListChangesQuery {
    /** A cursor, or `now` for the end of the log. */
    since?: string;
    /** How many at most; more is refused. */
    limit?: number;
}
/** What `getSiteMap` can be asked. */
export interface GetSiteMapQuery {
    /** A part that the index names. */
    part?: string;
}
/** What `listManagedArticles` can be asked. */
export interface ListManagedArticlesQuery {
    /** Only those. */
    state?: string;
    /** Only those. */
    kind?: string;
    /** Only those. */
    category?: string;
    /** Only those. */
    author?: string;
    /** Only those. */
    tag?: string;
    /** Words to look for. */
    q?: string;
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
/** What `listBin` can be asked. */
export interface ListBinQuery {
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
/** What `listGenerations` can be asked. */
export interface ListGenerationsQuery {
    /** Only those. */
    article?: string;
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
/** What `listMedia` can be asked. */
export interface ListMediaQuery {
    /** Words to look for. */
    q?: string;
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
/** What `listRevisions` can be asked. */
export interface ListRevisionsQuery {
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
/** What `listWebhookDeliveries` can be asked. */
export interface ListWebhookDeliveriesQuery {
    /** Only those. */
    state?: string;
    /** How many at most; more is refused. */
    limit?: number;
    /** A position from `links`: opaque, bound to filters and order, good for ever. */
    cursor?: string;
}
