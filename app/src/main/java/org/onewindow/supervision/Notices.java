package org.onewindow.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.model.Deed;
import org.onewindow.supervision.model.NoticeLines;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.store.DeedStore;
import org.onewindow.supervision.store.NoticeStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Service;

/** The door to notices (S8): reading them, acknowledging them, and the cases behind their numbers. */
@Service
public class Notices {

    /** What is older isn't nagged about any more; it can still be acknowledged. */
    private static final Duration NAGGED = Duration.ofDays(31);

    private static final int MOST_UNREAD = 100;

    private final NoticeStore store;
    private final DeedStore deeds;
    private final StaffDirectory staff;
    private final Divisions divisions;
    private final Journal journal;
    private final CentreTime time;

    Notices(
            NoticeStore store,
            DeedStore deeds,
            StaffDirectory staff,
            Divisions divisions,
            Journal journal,
            CentreTime time) {
        this.store = store;
        this.deeds = deeds;
        this.staff = staff;
        this.divisions = divisions;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Notices, latest first. They go to all departments, each seeing the others' figures; that is what they are for.
     *
     * @param kind null: any
     * @throws NotAllowed for whoever neither oversees nor works for a department
     */
    public Page<NoticeView> list(Actor actor, @Nullable NoticeKind kind, @Nullable String after, int limit) {
        mayRead(actor);
        Instant before = null;
        long beforeId = 0;
        if (after != null) {
            List<String> parts = Cursor.read(after, 2);
            before = instant(parts.getFirst());
            beforeId = number(parts.get(1));
        }
        Page<Notice> page = Page.of(
                store.list(kind, before, beforeId, limit + 1),
                limit,
                notice -> Cursor.of(notice.until().toString(), Long.toString(notice.id())));
        return new Page<>(views(actor, page.items()), page.next());
    }

    /** How many of the last month's wait in somebody's inbox; 0 for whoever gets none. */
    public int unread(Actor actor) {
        if (!isOpenTo(actor)) {
            return 0;
        }
        return (int) store.unread(actor.userName(), time.now().minus(NAGGED), MOST_UNREAD).stream()
                .filter(addressees -> isOne(addressees, actor))
                .count();
    }

    private static boolean isOne(List<Addressee> addressees, Actor actor) {
        return addressees.stream().anyMatch(addressee -> addressee.includes(actor));
    }

    /**
     * A notice.
     *
     * @throws NotFound no such notice
     * @throws NotAllowed as for the list
     */
    public NoticeView find(Actor actor, long id) {
        mayRead(actor);
        return views(actor, List.of(get(id))).getFirst();
    }

    /**
     * Acknowledges a notice (阅签), once; again changes nothing.
     *
     * @throws NotAllowed whom it isn't addressed to
     */
    public NoticeView acknowledge(Actor actor, long id, Function<NoticeView, @Nullable Answer> answer) {
        Notice notice = get(id);
        Role role = notice.addressees().stream()
                .filter(addressee -> addressee.includes(actor))
                .map(Addressee::role)
                .findFirst()
                .orElseThrow(() -> new NotAllowed("notice"));
        Instant now = time.now();
        NoticeView read = new NoticeView(notice, true, now);
        boolean done = journal.commit(
                Centre.OURS,
                store.receipt(id, actor.userName(), now),
                List.of(SupervisionJson.event(
                        journal.nextStream(), 1, new OversightEvent.NoticeRead(id), actor.userName(), role, now)),
                answer.apply(read));
        return done ? read : find(actor, id);
    }

    /**
     * Who has acknowledged a notice and who hasn't, of those it would be addressed to today.
     *
     * @throws NotAllowed nobody but overseers
     */
    public List<NoticeReceipt> receipts(Actor actor, long id) {
        if (!Viewing.oversees(actor)) {
            throw new NotAllowed("receipts");
        }
        Notice notice = get(id);
        Map<String, Instant> read = store.receipts(id);
        Map<String, NoticeReceipt> receipts = new LinkedHashMap<>();
        for (Addressee addressee : notice.addressees()) {
            for (String department : departments(addressee)) {
                for (StaffMember member : staff.holders(addressee.role(), department.isEmpty() ? null : department)) {
                    receipts.putIfAbsent(
                            member.userName(),
                            new NoticeReceipt(
                                    member.userName(),
                                    staff.displayName(member.userName()),
                                    addressee.role(),
                                    department.isEmpty() ? null : department,
                                    read.get(member.userName())));
                }
            }
        }
        return receipts.values().stream()
                .sorted(Comparator.comparing((NoticeReceipt receipt) -> receipt.readAt() != null)
                        .thenComparing(receipt -> Objects.requireNonNullElse(receipt.department(), ""))
                        .thenComparing(NoticeReceipt::userName))
                .toList();
    }

    private List<String> departments(Addressee addressee) {
        String department = addressee.department();
        if (department != null) {
            return List.of(department);
        }
        return Viewing.OF_DEPARTMENT.contains(addressee.role())
                ? divisions.departments().stream().map(Department::code).toList()
                : List.of("");
    }

    /**
     * The cases behind a number, oldest first.
     *
     * @param department null: all
     * @param division code of a township; empty: the county's hall; null: all
     * @throws NotAllowed for a department that isn't the actor's to see
     */
    public Page<NoticeCase> cases(
            Actor actor,
            long id,
            NoticeFigure figure,
            @Nullable String department,
            @Nullable String division,
            @Nullable String after,
            int limit) {
        Notice notice = get(id);
        if (!opensCases(actor, department)) {
            throw new NotAllowed("notice");
        }
        DeedStore.Place place = null;
        if (after != null) {
            List<String> parts = Cursor.read(after, 3);
            place = new DeedStore.Place(instant(parts.getFirst()), number(parts.get(1)), number(parts.get(2)));
        }
        List<Deed> found = deeds.behind(
                NoticeLines.behind(figure), notice.after(), notice.until(), department, division, place, limit + 1);
        return Page.of(
                        found,
                        limit,
                        deed -> Cursor.of(
                                deed.countedAt().toString(),
                                Long.toString(deed.stream()),
                                Integer.toString(deed.version())))
                .map(Notices::behind);
    }

    /**
     * Whether the cases behind a number are somebody's to see.
     *
     * @param department whose number it is; null: all departments'
     */
    public boolean opensCases(Actor actor, @Nullable String department) {
        return Viewing.oversees(actor)
                || (department != null && Viewing.departments(actor).contains(department));
    }

    private static NoticeCase behind(Deed deed) {
        return new NoticeCase(
                deed.caseNumber().isEmpty() ? null : deed.caseNumber(),
                deed.itemCode(),
                deed.department(),
                deed.window().isEmpty() ? null : deed.window(),
                deed.at(),
                deed.actor(),
                deed.usedDays(),
                deed.promisedDays());
    }

    private List<NoticeView> views(Actor actor, List<Notice> notices) {
        List<Long> ids = notices.stream().map(Notice::id).toList();
        Map<Long, Instant> read = ids.isEmpty() ? Map.of() : store.read(actor.userName(), ids);
        return notices.stream()
                .map(notice -> new NoticeView(notice, isOne(notice.addressees(), actor), read.get(notice.id())))
                .toList();
    }

    private Notice get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("notice"));
    }

    /** Whether somebody gets to read notices at all. */
    public boolean isOpenTo(Actor actor) {
        return Viewing.oversees(actor) || !Viewing.departments(actor).isEmpty();
    }

    private void mayRead(Actor actor) {
        if (!isOpenTo(actor)) {
            throw new NotAllowed("notices");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }
}
