package org.onewindow.joint.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointEvent.Taken;
import org.onewindow.joint.model.JointFile;
import org.onewindow.journal.EventTypes;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications, which case is a member of which, and which have moved. */
@Repository
public class JointStore {

    private static final EventTypes<JointEvent> TYPES = new EventTypes<>(JointJson.MAPPER, types());

    private final JdbcClient jdbc;

    public JointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Class<? extends JointEvent>> types() {
        Map<String, Class<? extends JointEvent>> types = new LinkedHashMap<>();
        types.put("joint.received", JointEvent.Received.class);
        types.put("joint.supplement-requested", JointEvent.SupplementRequested.class);
        types.put("joint.supplemented", JointEvent.Supplemented.class);
        types.put("joint.accepted", JointEvent.Accepted.class);
        types.put("joint.refused", JointEvent.Refused.class);
        types.put("joint.withdrawn", JointEvent.Withdrawn.class);
        types.put("joint.member-opened", JointEvent.MemberOpened.class);
        types.put("joint.member-ended", JointEvent.MemberEnded.class);
        types.put("joint.member-stopped", JointEvent.MemberStopped.class);
        types.put("joint.slack-eaten", JointEvent.SlackEaten.class);
        types.put("joint.extended", JointEvent.Extended.class);
        types.put("joint.survey-arranged", JointEvent.SurveyArranged.class);
        types.put("joint.survey-recorded", JointEvent.SurveyRecorded.class);
        types.put("joint.paid", JointEvent.Paid.class);
        types.put("joint.delivered", JointEvent.Delivered.class);
        types.put("joint.pick-up-chosen", JointEvent.PickUpChosen.class);
        types.put("joint.completed", JointEvent.Completed.class);
        types.put("joint.calendar-changed", JointEvent.CalendarChanged.class);
        return Map.copyOf(types);
    }

    /** Whether an event of this type is an application's. */
    public static boolean isType(String type) {
        return TYPES.all().containsKey(type);
    }

    /** The type an event is stored under: fixed for decades. */
    public static String type(JointEvent event) {
        return TYPES.nameOf(event);
    }

    /** An event's body. */
    public static String body(JointEvent event) {
        return TYPES.write(type(event), event);
    }

    /** An event from its type and body. */
    public static JointEvent event(String type, String body) {
        return TYPES.read(type, body);
    }

    /** The insertion of a new application. */
    public StateWrite insertion(JointFile file, @Nullable Instant dueAt, @Nullable Instant wakeAt) {
        JointEvent.Received application = file.application();
        return new StateWrite(
                """
                insert into joint.application (id, applicant, edition, project, received_at, due_at, wake_at, version, centre,
                    open, number, state, lead_window, lead_department, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
                parameters(
                        file.id(),
                        application.applicant(),
                        file.edition(),
                        application.project(),
                        utc(file.receivedAt()),
                        dueAt(dueAt),
                        utc(wakeAt),
                        file.version(),
                        Centre.OURS,
                        !file.state().isEnd(),
                        file.number(),
                        file.state().name(),
                        application.window(),
                        application.department(),
                        JointJson.write(file)));
    }

    /** The change of an application that is still as it was in a version. */
    public StateWrite change(int expectedVersion, JointFile file, @Nullable Instant dueAt, @Nullable Instant wakeAt) {
        return new StateWrite(
                """
                update joint.application
                set version = ?, state = ?, open = ?, due_at = ?, wake_at = ?, edition = ?, facts = ?::jsonb
                where centre = ? and id = ? and version = ?""",
                parameters(
                        file.version(),
                        file.state().name(),
                        !file.state().isEnd(),
                        dueAt(dueAt),
                        utc(wakeAt),
                        file.edition(),
                        JointJson.write(file),
                        Centre.OURS,
                        file.id(),
                        expectedVersion));
    }

    private static List<@Nullable Object> parameters(@Nullable Object... values) {
        List<@Nullable Object> parameters = new ArrayList<>(values.length);
        for (Object value : values) {
            parameters.add(value);
        }
        return parameters;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Nothing due sorts behind everything that is: infinity in the database. */
    private static OffsetDateTime dueAt(@Nullable Instant dueAt) {
        return dueAt == null ? OffsetDateTime.MAX : dueAt.atOffset(ZoneOffset.UTC);
    }

    /** Notes whose case is a member of what. */
    public void addMembers(long application, List<Taken> members) {
        for (Taken member : members) {
            jdbc.sql("insert into joint.member (centre, case_id, application, department) values (?, ?, ?, ?)")
                    .params(Centre.OURS, member.caseId(), application, member.department())
                    .update();
        }
    }

    public Optional<JointFile> find(String number) {
        return jdbc.sql("select facts from joint.application where number = ?")
                .param(number)
                .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                .optional();
    }

    public Optional<JointFile> find(long id) {
        return jdbc.sql("select facts from joint.application where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                .optional();
    }

    /** Applications by their numbers. */
    public List<JointFile> withNumbers(Collection<String> numbers) {
        return jdbc.sql("select facts from joint.application where number = any (?)")
                .param(numbers.toArray(String[]::new))
                .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                .list();
    }

    /** Those of them that are applications. */
    public List<JointFile> withIds(Collection<Long> ids) {
        return jdbc.sql("select facts from joint.application where centre = ? and id = any (?)")
                .params(Centre.OURS, ids.toArray(Long[]::new))
                .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                .list();
    }

    /** The versions in which applications are now. */
    public Map<Long, Integer> versions(Collection<Long> ids) {
        Map<Long, Integer> versions = new HashMap<>();
        jdbc.sql("select id, version from joint.application where centre = ? and id = any (?)")
                .params(Centre.OURS, ids.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    versions.put(row.getLong(1), row.getInt(2));
                });
        return versions;
    }

    /** Applications of a project, oldest first. */
    public List<JointFile> ofProject(long project) {
        return jdbc.sql("select facts from joint.application where project = ? order by id")
                .param(project)
                .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                .list();
    }

    /**
     * Applications, what is due first first.
     *
     * @param windows led at one of these windows
     * @param departments or with a member of, or led by, one of these; both null: all
     */
    public List<JointFile> open(@Nullable List<String> windows, @Nullable List<String> departments, int limit) {
        if (windows == null || departments == null) {
            return jdbc.sql("""
                            select facts from joint.application where centre = ? and open order by due_at, id limit ?""")
                    .params(Centre.OURS, limit)
                    .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                    .list();
        }
        return jdbc.sql("""
                        select facts from joint.application
                        where centre = ? and open and (lead_window = any (?) or lead_department = any (?)
                            or exists (select 1 from joint.member
                                where member.application = application.id and member.department = any (?)))
                        order by due_at, id limit ?""")
                .params(
                        Centre.OURS,
                        windows.toArray(String[]::new),
                        departments.toArray(String[]::new),
                        departments.toArray(String[]::new),
                        limit)
                .query((row, _) -> JointJson.read(row.getString(1), JointFile.class))
                .list();
    }

    /** The application a case is a member of. */
    public Optional<Long> applicationOf(long caseId) {
        return jdbc.sql("select application from joint.member where centre = ? and case_id = ?")
                .params(Centre.OURS, caseId)
                .query(Long.class)
                .optional();
    }

    /** Notes that members of applications have moved. */
    public void moved(List<Long> caseIds) {
        jdbc.sql("""
                        insert into joint.moved (application)
                        select distinct application from joint.member where centre = ? and case_id = any (?)
                        on conflict do nothing""").params(Centre.OURS, caseIds.toArray(Long[]::new)).update();
    }

    /** Notes that whatever waits for an application of a project has to be looked at. */
    public void movedInProject(long project, long except) {
        jdbc.sql("""
                        insert into joint.moved (application)
                        select id from joint.application where project = ? and id <> ? and open
                        on conflict do nothing""").params(project, except).update();
    }

    /** Notes again that an application has to be looked at. */
    public void remark(long application) {
        jdbc.sql("insert into joint.moved (application) values (?) on conflict do nothing")
                .param(application)
                .update();
    }

    /** Takes the note back, in the transaction that looks; false when somebody else did. */
    public boolean takeMoved(long application) {
        return jdbc.sql("delete from joint.moved where application = ?")
                        .param(application)
                        .update()
                == 1;
    }

    /** Forgets all notes. */
    public void forgetMoved() {
        jdbc.sql("delete from joint.moved").update();
    }

    /** Applications that have moved. */
    public List<Long> allMoved(int limit) {
        return jdbc.sql("select application from joint.moved order by application limit ?")
                .param(limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** When law or a warning next does something by itself to any application. */
    public Optional<Instant> nextWake() {
        return jdbc.sql("select wake_at from joint.application where wake_at is not null order by wake_at limit 1")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Applications whose instant has come, earliest first. */
    public List<Long> toWake(Instant upTo, int limit) {
        return jdbc.sql("""
                        select id from joint.application where centre = ? and wake_at <= ? order by wake_at, id limit ?""")
                .params(Centre.OURS, upTo.atOffset(ZoneOffset.UTC), limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Sets the next instant where nothing else has changed. */
    public void wakeAt(long id, @Nullable Instant wakeAt) {
        jdbc.sql("update joint.application set wake_at = ? where centre = ? and id = ?")
                .param(1, utc(wakeAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param(2, Centre.OURS)
                .param(3, id)
                .update();
    }

    /** Open applications computed with another calendar edition. Reads each open one once an edition, so it needs no index. */
    public List<Long> withOtherEdition(long edition, int limit) {
        return jdbc.sql("""
                        select id from joint.application where centre = ? and open and edition <> ? order by id limit ?""")
                .params(Centre.OURS, edition, limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
