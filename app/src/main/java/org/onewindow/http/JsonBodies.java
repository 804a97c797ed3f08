package org.onewindow.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records that controllers take as JSON bodies, strictly: UTF-8 only, no field twice, at most 64 levels deep, every
 * field as {@link JsonShape} wants it, and all errors of a body at once.
 */
final class JsonBodies implements HttpMessageConverter<Object> {

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);

    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type.isRecord() && MediaType.APPLICATION_JSON.isCompatibleWith(mediaType);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return JSON;
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        MediaType mediaType = message.getHeaders().getContentType();
        Charset charset = mediaType == null ? null : mediaType.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new InvalidInput("", "encoding");
        }
        JsonNode tree = parse(text(message.getBody().readAllBytes()));
        JsonShape.check(tree, type);
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException refusedByTheRecord) {
            for (Throwable cause = refusedByTheRecord; cause != null; cause = cause.getCause()) {
                if (cause instanceof InvalidInput invalid) {
                    throw invalid;
                }
            }
            throw new InvalidInput(pointer(refusedByTheRecord), "value");
        }
    }

    @Override
    public void write(Object value, @Nullable MediaType mediaType, HttpOutputMessage message) {
        throw new UnsupportedOperationException("reads only");
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidInput("", "encoding");
        }
    }

    private JsonNode parse(String text) {
        if (text.isBlank()) {
            throw new InvalidInput("", "body");
        }
        try {
            JsonNode tree = json.reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new InvalidInput("", "body");
            }
            return tree;
        } catch (StreamConstraintsException tooMuch) {
            throw new InvalidInput("", "extent");
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            throw at == null
                    ? new InvalidInput("", "body")
                    : new InvalidInput("", "json", at.getLineNr(), at.getColumnNr());
        }
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> "/"
                        + (step.getPropertyName() == null
                                ? Integer.toString(step.getIndex())
                                : JsonShape.escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }
}
