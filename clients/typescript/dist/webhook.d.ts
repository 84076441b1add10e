/** True when the request came from Quest, unchanged and just now. `body` is the text as it came, before anything reads it. */
export declare function isGenuine(secret: string, headers: Headers, body: string, now?: number): Promise<boolean>;
