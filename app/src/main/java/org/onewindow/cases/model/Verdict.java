package org.onewindow.cases.model;

import java.util.List;
import org.onewindow.kernel.Refusal;

/** What comes of a command: either events, or every reason why not. */
public record Verdict(List<CaseEvent> events, List<Refusal> refusals) {

    static Verdict of(CaseEvent event) {
        return new Verdict(List.of(event), List.of());
    }

    static Verdict refused(List<Refusal> refusals) {
        return new Verdict(List.of(), List.copyOf(refusals));
    }

    /** Whether it was refused. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
