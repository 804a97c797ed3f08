package org.onewindow.cases.work;

import java.util.List;
import java.util.Objects;
import org.onewindow.cases.model.CaseEvent.CustodyMoved;
import org.onewindow.cases.store.CaseJson;
import org.onewindow.cases.store.HeldPaperStore;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.springframework.stereotype.Component;

/** Knows where paper originals are (C15): whoever took one in answers for it until it is handed on, given back or archived. */
@Component
class CustodyFollower implements Follower {

    private final HeldPaperStore store;

    CustodyFollower(HeldPaperStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "cases.custody";
    }

    @Override
    public List<String> typePrefixes() {
        return List.of("case.custody-moved");
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        for (RecordedEvent event : batch) {
            if (CaseJson.read(event.type(), event.body()) instanceof CustodyMoved moved) {
                apply(event, moved);
            }
        }
    }

    private void apply(RecordedEvent event, CustodyMoved moved) {
        switch (moved.action()) {
            case TAKE -> store.keep(event.centre(), event.stream(), moved, event.actor(), event.happenedAt());
            case HAND_ON ->
                store.keep(
                        event.centre(),
                        event.stream(),
                        moved,
                        Objects.requireNonNullElse(moved.to(), event.actor()),
                        event.happenedAt());
            case RETURN, ARCHIVE -> store.letGo(event.centre(), event.stream(), moved.material());
        }
    }

    @Override
    public void reset() {
        store.clear();
    }
}
