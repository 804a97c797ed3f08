package org.onewindow.catalogue.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.onewindow.catalogue.ItemVersion;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of a version's content: one JSON document, because it is written once, read whole and never changed. Fields
 * are only ever added, with a value that an old document's silence stands for.
 */
final class ItemDocument {

    /** A mapper of its own, so that nobody's settings for the HTTP answers change what old documents mean. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private ItemDocument() {}

    static String write(ItemVersion item) {
        return MAPPER.writeValueAsString(item);
    }

    static ItemVersion read(String json) {
        return MAPPER.readValue(json, ItemVersion.class);
    }
}
