package org.onewindow.catalogue.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.Theme;
import org.onewindow.journal.StateWrite;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items, their versions, the windows that take them, the themes that show them. Every change counts the revision up. */
@Repository
public class ItemStore {

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of changes so far; a copy in memory made at another number is old. */
    public long revision() {
        return jdbc.sql("select revision from catalogue.revision")
                .query(Long.class)
                .single();
    }

    /** Counts a change; also the lock that lets one change at a time through. */
    public long countChange() {
        return jdbc.sql("update catalogue.revision set revision = revision + 1 returning revision")
                .query(Long.class)
                .single();
    }

    /** All filed versions, by item and number. */
    public List<StoredVersion> filed() {
        return jdbc.sql("""
                select item, version, content, windows, drafted_by, drafted_at, effective_from, retired_from
                from catalogue.version where filed_at is not null
                order by item, version
                """).query((row, i) -> version(row)).list();
    }

    public Optional<StoredVersion> find(String item, int version) {
        return jdbc.sql("""
                select item, version, content, windows, drafted_by, drafted_at, effective_from, retired_from
                from catalogue.version where item = :item and version = :version
                """)
                .param("item", item)
                .param("version", version)
                .query((row, i) -> version(row))
                .optional();
    }

    /** Open drafts, by item: of one department, or of all where it is empty. */
    public List<StoredVersion> drafts(String department, String afterItem, int limit) {
        return jdbc.sql("""
                select item, version, content, windows, drafted_by, drafted_at, effective_from, retired_from
                from catalogue.version
                where filed_at is null and item > :after and (:department = '' or department = :department)
                order by item
                limit :limit
                """)
                .param("after", afterItem)
                .param("department", department)
                .param("limit", limit)
                .query((row, i) -> version(row))
                .list();
    }

    /** The highest number of an item's versions, drafts too; 0 when there is none. */
    public int lastVersion(String item) {
        return jdbc.sql("select coalesce(max(version), 0) from catalogue.version where item = :item")
                .param("item", item)
                .query(Integer.class)
                .single();
    }

    /** The number of an item's open draft. */
    public Optional<Integer> draftOf(String item) {
        return jdbc.sql("select version from catalogue.version where item = :item and filed_at is null")
                .param("item", item)
                .query(Integer.class)
                .optional();
    }

    /** An item's own stream of events, and how many there are; empty for an item never heard of. */
    public Optional<ItemStream> streamOf(String item) {
        return jdbc.sql("select stream, events from catalogue.item where code = :item")
                .param("item", item)
                .query((row, i) -> new ItemStream(row.getLong("stream"), row.getInt("events")))
                .optional();
    }

    public void insertItem(String item, long stream) {
        jdbc.sql("insert into catalogue.item (code, stream) values (:code, :stream)")
                .param("code", item)
                .param("stream", stream)
                .update();
    }

    /** The state write that goes with an item's next event: it fails where somebody else wrote one meanwhile. */
    public static StateWrite countEvent(String item, int events) {
        return new StateWrite(
                "update catalogue.item set events = events + 1 where code = ? and events = ?", List.of(item, events));
    }

    public void insertDraft(ItemVersion draft, @Nullable List<String> windows, String by, Instant at) {
        jdbc.sql("""
                insert into catalogue.version (item, version, department, content, windows, drafted_by, drafted_at)
                values (:item, :version, :department, :content::jsonb, :windows::text[], :by, :at)
                """)
                .param("windows", array(windows))
                .param("item", draft.code())
                .param("version", draft.version())
                .param("department", draft.departmentCode())
                .param("content", ItemDocument.write(draft))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Replaces the content of an open draft; false when it isn't one any more. */
    public boolean replaceDraft(ItemVersion draft, @Nullable List<String> windows, String by, Instant at) {
        return jdbc.sql("""
                        update catalogue.version
                        set department = :department, content = :content::jsonb, windows = :windows::text[],
                            drafted_by = :by, drafted_at = :at
                        where item = :item and version = :version and filed_at is null
                        """)
                        .param("windows", array(windows))
                        .param("item", draft.code())
                        .param("version", draft.version())
                        .param("department", draft.departmentCode())
                        .param("content", ItemDocument.write(draft))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Files a draft; false when it is no draft any more. */
    public boolean file(String item, int version, String by, Instant at, LocalDate effectiveFrom) {
        return jdbc.sql("""
                        update catalogue.version set filed_by = :by, filed_at = :at, effective_from = :from
                        where item = :item and version = :version and filed_at is null
                        """)
                        .param("item", item)
                        .param("version", version)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("from", effectiveFrom)
                        .update()
                == 1;
    }

    /** Retires a filed version from a day on; false when it isn't filed or is retired already. */
    public boolean retire(String item, int version, LocalDate from) {
        return jdbc.sql("""
                        update catalogue.version set retired_from = :from
                        where item = :item and version = :version and filed_at is not null and retired_from is null
                        """)
                        .param("item", item)
                        .param("version", version)
                        .param("from", from)
                        .update()
                == 1;
    }

    /** Numbers of the windows of every item, in the order shown. */
    public Map<String, List<String>> windows() {
        Map<String, List<String>> windows = new LinkedHashMap<>();
        jdbc.sql("select item, service_window from catalogue.window_item order by item, place")
                .query((row, i) -> windows.computeIfAbsent(row.getString("item"), item -> new ArrayList<>())
                        .add(row.getString("service_window")))
                .list();
        return windows;
    }

    /** Replaces the windows that take an item. */
    public void setWindows(String item, List<String> windows) {
        jdbc.sql("delete from catalogue.window_item where item = :item")
                .param("item", item)
                .update();
        for (int place = 0; place < windows.size(); place++) {
            jdbc.sql("""
                    insert into catalogue.window_item (service_window, item, place) values (:window, :item, :place)
                    """)
                    .param("window", windows.get(place))
                    .param("item", item)
                    .param("place", place)
                    .update();
        }
    }

    public List<Theme> themes() {
        Map<String, List<String>> items = new LinkedHashMap<>();
        jdbc.sql("select theme, item from catalogue.theme_item order by theme, place")
                .query((row, i) -> items.computeIfAbsent(row.getString("theme"), theme -> new ArrayList<>())
                        .add(row.getString("item")))
                .list();
        return jdbc.sql("select code, name, name_en, keywords, description from catalogue.theme order by code")
                .query((row, i) -> new Theme(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("description"),
                        List.of(row.getString("keywords").split(";")),
                        items.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    public void insertTheme(Theme theme) {
        jdbc.sql("""
                insert into catalogue.theme (code, name, name_en, keywords, description)
                values (:code, :name, :nameEn, :keywords, :description)
                """)
                .param("code", theme.code())
                .param("name", theme.name())
                .param("nameEn", theme.nameEn())
                .param("keywords", String.join(";", theme.keywords()))
                .param("description", theme.description())
                .update();
        for (int place = 0; place < theme.items().size(); place++) {
            jdbc.sql("insert into catalogue.theme_item (theme, item, place) values (:theme, :item, :place)")
                    .param("theme", theme.code())
                    .param("item", theme.items().get(place))
                    .param("place", place)
                    .update();
        }
    }

    private static String @Nullable [] array(@Nullable List<String> words) {
        return words == null ? null : words.toArray(String[]::new);
    }

    private static @Nullable List<String> list(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static StoredVersion version(ResultSet row) throws SQLException {
        ItemVersion content = ItemDocument.read(row.getString("content"));
        return new StoredVersion(
                content.numbered(row.getInt("version"), ItemVersion.State.DRAFT, null),
                list(row.getArray("windows")),
                row.getString("drafted_by"),
                row.getObject("drafted_at", java.time.OffsetDateTime.class).toInstant(),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("retired_from", LocalDate.class));
    }
}
