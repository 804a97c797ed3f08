package org.onewindow.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.desk.store.DraftStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.parties.Parties;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a clerk is typing while receiving, so that a closed tab, an ended session or a power cut loses nothing. It is kept here and
 * not in the browser, whose next user may be somebody else: sealed (V3), for its writer only, and until it is received, dropped or
 * a day old.
 */
@Component
class ReceiptDrafts {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String PURPOSE = "receipt-draft";
    private static final TypeReference<LinkedHashMap<String, List<String>>> FORM = new TypeReference<>() {};

    /** A draft as long as this is nobody's typing. */
    private static final int LONGEST = 64 * 1024;

    private final DraftStore store;
    private final Parties parties;
    private final CentreTime time;
    private final JsonMapper json;

    ReceiptDrafts(DraftStore store, Parties parties, CentreTime time, JsonMapper json) {
        this.store = store;
        this.parties = parties;
        this.time = time;
        this.json = json;
    }

    /** A draft, and when it was last typed at. */
    record Draft(MultiValueMap<String, String> form, Instant savedAt) {

        /** Whether it is a joint application's: those have a theme. */
        boolean isJoint() {
            return form.containsKey("theme");
        }
    }

    /** Keeps a form as it stands; hidden fields of the frame, whose names start with {@code _}, aren't kept. */
    void keep(Actor actor, MultiValueMap<String, String> form) {
        Map<String, List<String>> typed = new LinkedHashMap<>(form);
        typed.keySet().removeIf(name -> name.startsWith("_"));
        byte[] plain = json.writeValueAsBytes(typed);
        if (plain.length <= LONGEST) {
            store.save(actor.userName(), time.now(), parties.seal(PURPOSE, plain));
        }
    }

    Optional<Draft> find(Actor actor) {
        store.deleteOlderThan(time.now().minus(KEPT));
        return store.find(
                actor.userName(),
                (savedAt, locked) -> new Draft(
                        new LinkedMultiValueMap<>(json.readValue(parties.open(PURPOSE, locked), FORM)), savedAt));
    }

    void drop(Actor actor) {
        store.delete(actor.userName());
    }
}
