package org.onewindow.joint.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.joint.Review;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Joint review meetings. */
@Repository
public class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The insertion of a meeting. */
    public StateWrite insertion(Review review, @Nullable Instant wakeAt) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(review.id());
        parameters.add(Centre.OURS);
        parameters.add(review.version());
        parameters.add(review.application());
        parameters.add(review.project());
        parameters.add(utc(wakeAt));
        parameters.add(JointJson.write(review));
        return new StateWrite("""
                insert into joint.review (id, centre, version, application, project, wake_at, facts)
                values (?, ?, ?, ?::bigint, ?::bigint, ?::timestamptz, ?::jsonb)""", parameters);
    }

    /** The change of a meeting that is still one version back. */
    public StateWrite change(Review review, @Nullable Instant wakeAt) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(review.version());
        parameters.add(utc(wakeAt));
        parameters.add(JointJson.write(review));
        parameters.add(Centre.OURS);
        parameters.add(review.id());
        parameters.add(review.version() - 1);
        return new StateWrite("""
                update joint.review set version = ?, wake_at = ?::timestamptz, facts = ?::jsonb
                where centre = ? and id = ? and version = ?""", parameters);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public Optional<Review> find(long id) {
        return jdbc.sql("select facts from joint.review where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> JointJson.read(row.getString(1), Review.class))
                .optional();
    }

    /** Meetings about an application, oldest first. */
    public List<Review> ofApplication(long application) {
        return jdbc.sql("select facts from joint.review where application = ? order by id")
                .param(application)
                .query((row, _) -> JointJson.read(row.getString(1), Review.class))
                .list();
    }

    /** Meetings about a project file, oldest first. */
    public List<Review> ofProject(long project) {
        return jdbc.sql("select facts from joint.review where project = ? order by id")
                .param(project)
                .query((row, _) -> JointJson.read(row.getString(1), Review.class))
                .list();
    }

    /** Meetings that asked one of these departments and still wait for opinions, what is due first first. */
    public List<Review> waiting(List<String> departments, int limit) {
        return jdbc.sql("""
                        select facts from joint.review
                        where centre = ? and wake_at is not null and jsonb_exists_any(facts -> 'departments', ?)
                        order by wake_at, id limit ?""")
                .params(Centre.OURS, departments.toArray(String[]::new), limit)
                .query((row, _) -> JointJson.read(row.getString(1), Review.class))
                .list();
    }

    /** When the limit of opinions next runs out. */
    public Optional<Instant> nextWake() {
        return jdbc.sql("select wake_at from joint.review where wake_at is not null order by wake_at limit 1")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Meetings whose limit has run out, earliest first. */
    public List<Review> toWake(Instant upTo, int limit) {
        return jdbc.sql("""
                        select facts from joint.review where centre = ? and wake_at <= ? order by wake_at, id limit ?""")
                .params(Centre.OURS, upTo.atOffset(ZoneOffset.UTC), limit)
                .query((row, _) -> JointJson.read(row.getString(1), Review.class))
                .list();
    }
}
