package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Window;
import org.onewindow.feedback.Consultation.Inquiry;
import org.onewindow.feedback.store.ConsultationStore;
import org.onewindow.feedback.store.ConsultationStore.Waiting;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Service;

/** For supervision: whose limits for answering a consultation have passed (S1, T11). Its methods join the caller's transaction. */
@Service
public class UnansweredConsultations {

    private final ConsultationStore store;
    private final Inquiries inquiries;
    private final Catalogue catalogue;
    private final Divisions divisions;

    UnansweredConsultations(ConsultationStore store, Inquiries inquiries, Catalogue catalogue, Divisions divisions) {
        this.store = store;
        this.inquiries = inquiries;
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    /**
     * Whom an asker waits for in vain.
     *
     * @param version the consultation's
     * @param department whose matter it is; empty where nobody's, or the leader's
     * @param role of those who should have: of a department that said nothing, of the leader, or of whoever keeps it
     * @param responsible sign-in name of the one who should have; null: whoever holds that role
     */
    public record Silence(
            long consultation,
            int version,
            Instant dueAt,
            String department,
            @Nullable String window,
            Role role,
            @Nullable String responsible) {}

    /** When the next limit passes. */
    public Optional<Instant> nextDue() {
        return store.unnoticed(1).stream()
                .map(one -> inquiries.dueAt(one.consultation()))
                .findFirst();
    }

    /**
     * Takes those whose limits passed before an instant, each once, also those answered late before anybody looked (S2): those who had
     * been asked by then and said nothing, and where everybody did, the first one asked, who didn't tell the asker. What another node
     * has in hand is left out. Limits that a calendar which came since has moved are moved first (T1).
     *
     * @return for each consultation taken whom it waits for
     */
    public List<List<Silence>> take(Instant before, int limit) {
        for (Waiting waiting : store.unnoticed(limit)) {
            Instant dueAt = inquiries.dueAt(waiting.consultation());
            if (!dueAt.equals(waiting.dueAt())) {
                store.move(waiting.consultation().id(), dueAt);
            }
        }
        List<Consultation> due = store.due(before, limit);
        store.unanswered(due.stream().map(Consultation::id).toList());
        return due.stream().map(one -> silences(one, inquiries.dueAt(one))).toList();
    }

    private List<Silence> silences(Consultation consultation, Instant dueAt) {
        List<Inquiry> silent = consultation.silentAt(dueAt);
        if (silent.isEmpty()) {
            Role keeper = consultation.window() == null ? Role.AGENT : Role.CLERK;
            return List.of(silence(consultation, dueAt, department(consultation), keeper, consultation.handler()));
        }
        return silent.stream()
                .map(one -> {
                    String department = one.department();
                    return department == null
                            ? silence(consultation, dueAt, "", Role.LEADER, null)
                            : silence(consultation, dueAt, department, Role.REVIEWER, null);
                })
                .toList();
    }

    private static Silence silence(
            Consultation consultation, Instant dueAt, String department, Role role, @Nullable String responsible) {
        return new Silence(
                consultation.id(), consultation.version(), dueAt, department, consultation.window(), role, responsible);
    }

    /** Whose matter it is: the item's, else the window's, else of the first department that was asked. */
    private String department(Consultation consultation) {
        String code = consultation.itemCode();
        Integer version = consultation.itemVersion();
        if (code != null && version != null) {
            ItemVersion item = catalogue.version(code, version);
            return item.departmentCode();
        }
        return Optional.ofNullable(consultation.window())
                .flatMap(divisions::findWindow)
                .map(Window::department)
                .or(() -> consultation.inquiries().stream()
                        .flatMap(one -> Optional.ofNullable(one.department()).stream())
                        .findFirst())
                .orElse("");
    }
}
