// Written by ./quest clients from clients/openapi.json: change the application, not this file.
export {};
//# sourceMappingURL=types.js.map