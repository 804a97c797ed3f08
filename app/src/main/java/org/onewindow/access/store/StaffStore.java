package org.onewindow.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.AuthorityLetter;
import org.onewindow.access.NewStaff;
import org.onewindow.access.Power;
import org.onewindow.access.StaffChange;
import org.onewindow.access.model.Staffing;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Staff, posts, authority and the record of their changes. */
@Repository
public class StaffStore {

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves with every change. */
    public long generation() {
        return jdbc.sql("SELECT number FROM access.generation")
                .query(Long.class)
                .single();
    }

    /** Tells all nodes that something changed; also makes changes wait for one another. */
    public void moveGeneration() {
        jdbc.sql("UPDATE access.generation SET number = number + 1").update();
    }

    /** Everything, as one picture. */
    public Staffing load() {
        return new Staffing(members(), letters(), tokens());
    }

    private List<Staffing.Member> members() {
        Map<String, List<Post>> posts = new HashMap<>();
        jdbc.sql("""
                SELECT user_name, role, department, window_number, division
                  FROM access.post
                 WHERE withdrawn_at IS NULL
                 ORDER BY id
                """).query((ResultSet row) -> {
            posts.computeIfAbsent(row.getString("user_name"), name -> new ArrayList<>())
                    .add(post(row));
        });
        return jdbc.sql("""
                SELECT user_name, display_name, password_hash, password_version, version, disabled_at IS NOT NULL AS disabled,
                       encode(identity, 'hex') AS identity
                  FROM access.staff
                 ORDER BY user_name
                """)
                .query((row, number) -> new Staffing.Member(
                        row.getString("user_name"),
                        row.getString("display_name"),
                        row.getString("password_hash"),
                        row.getInt("password_version"),
                        row.getInt("version"),
                        row.getBoolean("disabled"),
                        row.getString("identity"),
                        posts.getOrDefault(row.getString("user_name"), List.of())))
                .list();
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                Role.valueOf(row.getString("role")),
                row.getString("department"),
                row.getString("window_number"),
                row.getString("division"));
    }

    private List<AuthorityLetter> letters() {
        return jdbc.sql("""
                SELECT holder, window_number, item_code, power, from_on, until_on
                  FROM access.authority
                 ORDER BY item_code, window_number, holder, power, from_on
                """)
                .query((row, number) -> new AuthorityLetter(
                        row.getString("holder"),
                        row.getString("window_number"),
                        row.getString("item_code"),
                        Power.valueOf(row.getString("power")),
                        row.getObject("from_on", java.time.LocalDate.class),
                        row.getObject("until_on", java.time.LocalDate.class)))
                .list();
    }

    private List<Staffing.Token> tokens() {
        return jdbc.sql("""
                SELECT id, user_name, encode(digest, 'hex') AS digest, expires_at
                  FROM access.token
                 WHERE revoked_at IS NULL
                """)
                .query((row, number) -> new Staffing.Token(
                        row.getLong("id"),
                        row.getString("user_name"),
                        row.getString("digest"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes people on, all with the same password hash, with their posts. */
    public void insertStaff(List<NewStaff> staff, @Nullable String passwordHash, Instant at) {
        jdbc.sql("""
                INSERT INTO access.staff (user_name, display_name, password_hash, created_at)
                SELECT user_name, display_name, ?, ?
                  FROM unnest(?::text[], ?::text[]) AS new (user_name, display_name)
                """)
                .param(passwordHash)
                .param(utc(at))
                .param(staff.stream().map(NewStaff::userName).toArray(String[]::new))
                .param(staff.stream().map(NewStaff::displayName).toArray(String[]::new))
                .update();
        List<String> names = new ArrayList<>();
        List<Post> posts = new ArrayList<>();
        for (NewStaff one : staff) {
            for (Post post : one.posts()) {
                names.add(one.userName());
                posts.add(post);
            }
        }
        jdbc.sql("""
                INSERT INTO access.post (user_name, role, department, window_number, division, given_at)
                SELECT user_name, role, department, window_number, division, ?
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       AS new (user_name, role, department, window_number, division)
                """)
                .param(utc(at))
                .param(names.toArray(String[]::new))
                .param(posts.stream().map(post -> post.role().name()).toArray(String[]::new))
                .param(posts.stream().map(Post::department).toArray(String[]::new))
                .param(posts.stream().map(Post::window).toArray(String[]::new))
                .param(posts.stream().map(Post::division).toArray(String[]::new))
                .update();
    }

    /** Bars or readmits; sessions, tokens and cached credentials end with the moved versions. */
    public void setDisabled(String userName, @Nullable Instant disabledAt) {
        jdbc.sql("""
                UPDATE access.staff
                   SET disabled_at = ?::timestamptz, password_version = password_version + 1, version = version + 1
                 WHERE user_name = ?
                """)
                .param(disabledAt == null ? null : utc(disabledAt))
                .param(userName)
                .update();
    }

    /** Sets a password. */
    public void setPassword(String userName, String passwordHash) {
        jdbc.sql("""
                UPDATE access.staff
                   SET password_hash = ?, password_version = password_version + 1, version = version + 1
                 WHERE user_name = ?
                """).param(passwordHash).param(userName).update();
    }

    /** Links somebody to what identifies them among parties (C14). */
    public void setIdentity(String userName, String identity) {
        jdbc.sql("UPDATE access.staff SET identity = decode(?, 'hex'), version = version + 1 WHERE user_name = ?")
                .param(identity)
                .param(userName)
                .update();
    }

    /**
     * Gives a post.
     *
     * @return false when it is held already
     */
    public boolean givePost(String userName, Post post, Instant at) {
        int given = jdbc.sql("""
                INSERT INTO access.post (user_name, role, department, window_number, division, given_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
                .param(userName)
                .param(post.role().name())
                .param(post.department())
                .param(post.window())
                .param(post.division())
                .param(utc(at))
                .update();
        moveVersion(userName);
        return given == 1;
    }

    /**
     * Withdraws a post.
     *
     * @return false when it isn't held
     */
    public boolean withdrawPost(String userName, Post post, Instant at) {
        int withdrawn = jdbc.sql("""
                UPDATE access.post
                   SET withdrawn_at = ?
                 WHERE user_name = ? AND role = ? AND withdrawn_at IS NULL
                   AND department IS NOT DISTINCT FROM ?::text
                   AND window_number IS NOT DISTINCT FROM ?::text
                   AND division IS NOT DISTINCT FROM ?::text
                """)
                .param(utc(at))
                .param(userName)
                .param(post.role().name())
                .param(post.department())
                .param(post.window())
                .param(post.division())
                .update();
        moveVersion(userName);
        return withdrawn == 1;
    }

    private void moveVersion(String userName) {
        jdbc.sql("UPDATE access.staff SET version = version + 1 WHERE user_name = ?")
                .param(userName)
                .update();
    }

    /** Files lines of letters; a line that stands already is left as it is. */
    public void insertLetters(List<AuthorityLetter> letters, String filedBy, Instant at) {
        jdbc.sql("""
                INSERT INTO access.authority (holder, window_number, item_code, power, from_on, until_on, filed_at, filed_by)
                SELECT holder, window_number, item_code, power, from_on::date, until_on::date, ?, ?
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       AS new (holder, window_number, item_code, power, from_on, until_on)
                ON CONFLICT DO NOTHING
                """)
                .param(utc(at))
                .param(filedBy)
                .param(letters.stream().map(AuthorityLetter::holder).toArray(String[]::new))
                .param(letters.stream().map(AuthorityLetter::window).toArray(String[]::new))
                .param(letters.stream().map(AuthorityLetter::itemCode).toArray(String[]::new))
                .param(letters.stream().map(letter -> letter.power().name()).toArray(String[]::new))
                .param(letters.stream()
                        .map(letter -> letter.fromOn().toString())
                        .toArray(String[]::new))
                .param(letters.stream()
                        .map(letter -> letter.untilOn() == null
                                ? null
                                : letter.untilOn().toString())
                        .toArray(String[]::new))
                .update();
    }

    /**
     * Gives an open line its last day.
     *
     * @return false when no such line is open
     */
    public boolean endLetter(AuthorityLetter letter) {
        return jdbc.sql("""
                UPDATE access.authority
                   SET until_on = ?
                 WHERE until_on IS NULL AND item_code = ? AND power = ?
                   AND holder IS NOT DISTINCT FROM ?::text
                   AND window_number IS NOT DISTINCT FROM ?::text
                """)
                        .param(letter.untilOn())
                        .param(letter.itemCode())
                        .param(letter.power().name())
                        .param(letter.holder())
                        .param(letter.window())
                        .update()
                == 1;
    }

    /** Records a change; the table only ever grows. */
    public void record(Instant at, String by, String type, String subject, String detailJson) {
        jdbc.sql("""
                INSERT INTO access.change (at, by_name, type, subject, detail)
                VALUES (?, ?, ?, ?, ?::jsonb)
                """)
                .param(utc(at))
                .param(by)
                .param(type)
                .param(subject)
                .param(detailJson)
                .update();
    }

    /**
     * The changes of one subject, newest first.
     *
     * @param before only those with a smaller id
     * @param limit how many at most
     */
    public List<StaffChange> changesOf(String subject, long before, int limit) {
        return jdbc.sql("""
                SELECT id, at, by_name, type, detail
                  FROM access.change
                 WHERE subject = ? AND id < ?
                 ORDER BY id DESC
                 LIMIT ?
                """)
                .param(subject)
                .param(before)
                .param(limit)
                .query((row, number) -> new StaffChange(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("type"),
                        row.getString("detail")))
                .list();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
