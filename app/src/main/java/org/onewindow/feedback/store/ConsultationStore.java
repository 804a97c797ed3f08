package org.onewindow.feedback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultation.Given;
import org.onewindow.feedback.Consultation.Inquiry;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Consultations. */
@Repository
public class ConsultationStore {

    /** How the leader is called among those a question waits for. */
    public static final String LEADER = "LEADER";

    private static final String COLUMNS = "id, version, asked_at, window_number, station, handler, asker, item_code,"
            + " item_version, question, competent_body, days, inquiries, answer, told, answered_by, answered_at";

    /** Late, or to become so, and supervision hasn't heard of it; as the index consultation_due has it. */
    private static final String TO_NOTICE =
            " from feedback.consultation where not unanswered and (answered_at is null or answered_at > due_at)";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ConsultationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The insertion of a consultation.
     *
     * @param dueAt when the asker is to be answered; null where they were
     */
    public StateWrite insertion(Consultation consultation, @Nullable Instant dueAt) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        parameters.add(consultation.id());
        parameters.add(consultation.version());
        parameters.add(utc(consultation.askedAt()));
        parameters.add(consultation.window());
        parameters.add(consultation.station());
        parameters.add(consultation.handler());
        parameters.add(consultation.asker());
        parameters.add(consultation.itemCode());
        parameters.add(consultation.itemVersion());
        parameters.add(consultation.question());
        parameters.add(consultation.days());
        parameters.add(dueAt == null ? null : utc(dueAt));
        addChanging(parameters, consultation);
        return new StateWrite("""
                insert into feedback.consultation (centre, id, version, asked_at, window_number, station, handler, asker, item_code,
                    item_version, question, days, due_at, competent_body, inquiries, waiting, answer, told, answered_by, answered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::bigint, ?, ?::integer, ?, ?, ?::timestamptz, ?, ?::jsonb,
                    string_to_array(?, ' '), ?, ?, ?, ?::timestamptz)""", parameters);
    }

    /** The change of a consultation that is still one version back. */
    public StateWrite change(Consultation consultation) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(consultation.version());
        addChanging(parameters, consultation);
        parameters.add(Centre.OURS);
        parameters.add(consultation.id());
        parameters.add(consultation.version() - 1);
        return new StateWrite("""
                update feedback.consultation set version = ?, competent_body = ?, inquiries = ?::jsonb,
                    waiting = string_to_array(?, ' '), answer = ?, told = ?, answered_by = ?, answered_at = ?::timestamptz
                where centre = ? and id = ? and version = ?""", parameters);
    }

    private static void addChanging(List<@Nullable Object> parameters, Consultation consultation) {
        Given answer = consultation.answer();
        parameters.add(consultation.competentBody());
        parameters.add(JSON.writeValueAsString(consultation.inquiries()));
        parameters.add(consultation.silent().stream()
                .map(one -> Objects.requireNonNullElse(one.department(), LEADER))
                .collect(Collectors.joining(" ")));
        parameters.add(answer == null ? null : answer.text());
        parameters.add(answer == null ? null : answer.told().name());
        parameters.add(answer == null ? null : answer.by());
        parameters.add(answer == null ? null : utc(answer.at()));
    }

    /** A consultation. */
    public Optional<Consultation> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from feedback.consultation where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> consultation(row))
                .optional();
    }

    /** Consultations at a window, newest first. */
    public List<Consultation> at(String window, long beforeId, int limit) {
        return of("window_number", window, beforeId, limit);
    }

    /** Consultations at a station, newest first. */
    public List<Consultation> atStation(String station, long beforeId, int limit) {
        return of("station", station, beforeId, limit);
    }

    private List<Consultation> of(String column, String place, long beforeId, int limit) {
        return jdbc.sql("select " + COLUMNS + " from feedback.consultation where centre = ? and " + column
                        + " = ? and id < ? order by id desc limit ?")
                .params(Centre.OURS, place, beforeId, limit)
                .query((row, _) -> consultation(row))
                .list();
    }

    /** All whose askers wait, earliest limit first. */
    public List<Consultation> open(int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from feedback.consultation where centre = ? and answered_at is null
                        order by due_at, id limit ?""")
                .params(Centre.OURS, limit)
                .query((row, _) -> consultation(row))
                .list();
    }

    /**
     * Those among them that were asked at one of these places, or wait for one of these bodies.
     *
     * @param waiting codes of departments, {@link #LEADER} for the leader
     */
    public List<Consultation> open(List<String> windows, List<String> stations, List<String> waiting, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from feedback.consultation where centre = ? and answered_at is null
                          and (window_number = any (?) or station = any (?) or waiting && ?::text[])
                        order by due_at, id limit ?""")
                .params(
                        Centre.OURS,
                        windows.toArray(String[]::new),
                        stations.toArray(String[]::new),
                        waiting.toArray(String[]::new),
                        limit)
                .query((row, _) -> consultation(row))
                .list();
    }

    /** One whose asker waits, or waited too long, and until when as it was last reckoned. */
    public record Waiting(Consultation consultation, Instant dueAt) {}

    /** Those that wait or were answered late, and whose limits aren't known to have passed, earliest first. */
    public List<Waiting> unnoticed(int limit) {
        return jdbc.sql("select " + COLUMNS + ", due_at" + TO_NOTICE + " order by due_at limit ?")
                .param(limit)
                .query((row, _) -> new Waiting(
                        consultation(row),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those whose limit passed before an instant, earliest first, locked; what another node has in hand is left out. */
    public List<Consultation> due(Instant before, int limit) {
        return jdbc.sql("select " + COLUMNS + TO_NOTICE
                        + " and due_at < ? order by due_at, id limit ? for update skip locked")
                .params(utc(before), limit)
                .query((row, _) -> consultation(row))
                .list();
    }

    /** Notes that their limits passed. */
    public void unanswered(List<Long> ids) {
        jdbc.sql("update feedback.consultation set unanswered = true where centre = ? and id = any (?)")
                .params(Centre.OURS, ids.toArray(Long[]::new))
                .update();
    }

    /** Moves a limit, where a calendar that came since says so (T1). */
    public void move(long id, Instant dueAt) {
        jdbc.sql("update feedback.consultation set due_at = ? where centre = ? and id = ?")
                .params(utc(dueAt), Centre.OURS, id)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        String answer = row.getString(14);
        return new Consultation(
                row.getLong(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getString(8),
                row.getObject(9, Integer.class),
                row.getString(10),
                answer == null
                        ? null
                        : new Given(
                                answer,
                                Told.valueOf(row.getString(15)),
                                row.getString(16),
                                row.getObject(17, OffsetDateTime.class).toInstant()),
                row.getString(11),
                row.getInt(12),
                Arrays.asList(JSON.readValue(row.getString(13), Inquiry[].class)));
    }
}
