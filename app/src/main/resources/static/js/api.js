// The page to try the API. Calls go to ourselves only; no validator elsewhere is asked.
window.addEventListener('DOMContentLoaded', () => {
    SwaggerUIBundle({
        url: '/api/openapi.json',
        dom_id: '#api',
        deepLinking: true,
        docExpansion: 'none',
        validatorUrl: null,
        persistAuthorization: false,
    });
});
