package org.onewindow.supervision.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.EventTypes;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.OversightEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How supervision's events, rule sets and subjects are written down: fields are only ever added. */
public final class SupervisionJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .changeDefaultNullHandling(ignored -> JsonSetter.Value.forValueNulls(Nulls.SET))
            .withConfigOverride(
                    List.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    Map.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private static final EventTypes<CardEvent> EVENTS = new EventTypes<>(MAPPER, CardEvent.TYPES);

    private static final EventTypes<OversightEvent> OVERSIGHT = new EventTypes<>(MAPPER, OversightEvent.TYPES);

    private SupervisionJson() {}

    /** Writes any of supervision's records down. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The first event of a stream, or a later one, of what supervision does besides cards. */
    public static NewEvent event(
            long stream, int version, OversightEvent event, String actor, @Nullable Role post, Instant at) {
        String type = OVERSIGHT.nameOf(event);
        return new NewEvent(
                stream,
                version,
                type,
                actor,
                post == null ? null : post.name(),
                null,
                at,
                OVERSIGHT.write(type, event));
    }

    /** Reads one that ships with the program. */
    public static <T> T shipped(String resource, Class<T> type) {
        try (InputStream stream = SupervisionJson.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw Bug.found("there is no " + resource);
            }
            return MAPPER.readValue(stream, type);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads one back. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** An event of a card from its type and body. */
    public static CardEvent event(String type, String body) {
        return EVENTS.read(type, body);
    }
}
