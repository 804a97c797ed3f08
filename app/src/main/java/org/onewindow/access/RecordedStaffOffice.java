package org.onewindow.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.onewindow.access.model.Staffing;
import org.onewindow.access.store.StaffStore;
import org.onewindow.access.store.TokenStore;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.parties.IdNumbers;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Each change and its record in one transaction; the picture in memory is renewed before the caller gets its answer. */
@Component
class RecordedStaffOffice implements StaffOffice {

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");

    private final StaffStore store;
    private final TokenStore tokens;
    private final StaffRegister register;
    private final StaffPasswords passwords;
    private final DemonstrationStaff demonstration;
    private final Divisions divisions;
    private final Parties parties;
    private final CentreTime time;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    RecordedStaffOffice(
            StaffStore store,
            TokenStore tokens,
            StaffRegister register,
            StaffPasswords passwords,
            DemonstrationStaff demonstration,
            Divisions divisions,
            Parties parties,
            CentreTime time,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.store = store;
        this.tokens = tokens;
        this.register = register;
        this.passwords = passwords;
        this.demonstration = demonstration;
        this.divisions = divisions;
        this.parties = parties;
        this.time = time;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public boolean isEmpty() {
        return register.reload().isEmpty();
    }

    @Override
    public void takeOnFirstAdministrator(String userName, String displayName, String password) {
        NewStaff first = checked(new NewStaff(userName, displayName, List.of(new Post(Role.ADMIN, null, null, null))));
        passwords.check("/password", userName, password);
        String hash = passwords.encode(password);
        change(Actor.SYSTEM, "staff.taken-on", userName, Map.of("posts", first.posts()), () -> {
            // Inside the transaction, behind the lock on the generation row: of two set-ups at once one finds somebody
            // here.
            if (!store.load().isEmpty()) {
                throw new Refused(List.of(Refusal.of("C14", "staff.not-empty")));
            }
            store.insertStaff(List.of(first), hash, time.now());
        });
    }

    @Override
    public void takeOnDemonstrationStaff(DemonstrationCounty county) {
        if (!isEmpty()) {
            return;
        }
        List<NewStaff> staff = demonstration.staff(county);
        List<AuthorityLetter> letters = demonstration.letters(county);
        String hash = passwords.encode(DemonstrationStaff.PASSWORD);
        change(
                Actor.SYSTEM,
                "staff.demonstration",
                "demonstration",
                Map.of("staff", staff.size(), "letters", letters.size()),
                () -> {
                    if (store.load().isEmpty()) {
                        store.insertStaff(staff, hash, time.now());
                        store.insertLetters(letters, Actor.SYSTEM.userName(), time.now());
                    }
                });
    }

    @Override
    public Page<StaffMember> list(Actor by, String query, String after, int limit) {
        requireInsight(by);
        List<StaffMember> rows = register.staffing().members().stream()
                .filter(member -> member.userName().compareTo(after) > 0)
                .filter(member -> member.userName().contains(query)
                        || member.displayName().contains(query))
                .limit(limit + 1L)
                .map(StaffRegister::shown)
                .toList();
        return Page.of(rows, limit, member -> Cursor.of(member.userName()));
    }

    @Override
    public StaffMember get(Actor by, String userName) {
        requireInsight(by);
        return StaffRegister.shown(member(userName));
    }

    @Override
    public Page<StaffChange> changes(Actor by, String userName, long before, int limit) {
        requireInsight(by);
        member(userName);
        return Page.of(
                store.changesOf(userName, before, limit + 1), limit, change -> Cursor.of(Long.toString(change.id())));
    }

    @Override
    public List<AuthorityLetter> letters(String itemCode, String window, String holder, int limit) {
        return register.staffing().letters().stream()
                .filter(letter -> itemCode.isEmpty() || letter.itemCode().equals(itemCode))
                .filter(letter -> window.isEmpty() || window.equals(letter.window()))
                .filter(letter -> holder.isEmpty() || holder.equals(letter.holder()))
                .limit(limit)
                .toList();
    }

    @Override
    public StaffMember takeOn(Actor by, NewStaff staff, String password) {
        staff.posts().forEach(post -> requireMayGive(by, post.role()));
        requireAdministrator(by);
        NewStaff checked = checked(staff);
        staff.posts().forEach(this::placed);
        passwords.check("/password", staff.userName(), password);
        String hash = passwords.encode(password);
        change(by, "staff.taken-on", staff.userName(), Map.of("posts", staff.posts()), () -> {
            if (store.load().member(staff.userName()).isPresent()) {
                throw new Refused(List.of(Refusal.of("C14", "staff.name-taken", staff.userName())));
            }
            store.insertStaff(List.of(checked), hash, time.now());
        });
        return StaffRegister.shown(member(staff.userName()));
    }

    @Override
    public void disable(Actor by, String userName, String reason) {
        requireAdministratorOver(by, member(userName));
        if (reason.isBlank()) {
            throw new InvalidInput("/reason", "required");
        }
        change(by, "staff.disabled", userName, Map.of("reason", reason), () -> {
            requireOtherAdministrator(userName);
            store.setDisabled(userName, time.now());
        });
    }

    @Override
    public void enable(Actor by, String userName) {
        requireAdministratorOver(by, member(userName));
        change(by, "staff.enabled", userName, Map.of(), () -> {
            store.setDisabled(userName, null);
        });
    }

    @Override
    public void resetPassword(Actor by, String userName, String password) {
        requireAdministratorOver(by, member(userName));
        passwords.check("/password", userName, password);
        String hash = passwords.encode(password);
        change(by, "staff.password-reset", userName, Map.of(), () -> {
            store.setPassword(userName, hash);
            // Lost or stolen: whatever was made with the old one ends too.
            tokens.revokeAll(userName, time.now());
        });
    }

    @Override
    public void linkIdentity(Actor by, String userName, String idNumber) {
        requireAdministratorOver(by, member(userName));
        String folded = IdNumbers.folded(idNumber);
        if (IdNumbers.check(PartyDetails.Kind.PERSON, folded) == IdNumbers.Outcome.MALFORMED) {
            throw new InvalidInput("/idNumber", "id-number.form");
        }
        String identity = parties.identity(folded);
        change(by, "staff.identity-linked", userName, Map.of(), () -> {
            store.setIdentity(userName, identity);
        });
    }

    @Override
    public void givePost(Actor by, String userName, Post post) {
        requireMayGive(by, post.role());
        requireNotOneself(by, userName);
        member(userName);
        checked(post);
        placed(post);
        change(by, "staff.post-given", userName, Map.of("post", post), () -> {
            if (!store.givePost(userName, post, time.now())) {
                throw new Refused(List.of(Refusal.of("C14", "staff.post-held", userName)));
            }
        });
    }

    @Override
    public void withdrawPost(Actor by, String userName, Post post) {
        requireMayGive(by, post.role());
        requireNotOneself(by, userName);
        member(userName);
        change(by, "staff.post-withdrawn", userName, Map.of("post", post), () -> {
            if (post.role() == Role.ADMIN) {
                requireOtherAdministrator(userName);
            }
            if (!store.withdrawPost(userName, post, time.now())) {
                throw new Refused(List.of(Refusal.of("C14", "staff.post-not-held", userName)));
            }
        });
    }

    @Override
    public void fileAuthority(Actor by, List<AuthorityLetter> letters) {
        requireFilingOffice(by);
        letters.forEach(this::checked);
        change(by, "authority.filed", subject(letters), Map.of("letters", letters), () -> {
            store.insertLetters(letters, by.userName(), time.now());
        });
    }

    @Override
    public void endAuthority(Actor by, AuthorityLetter letter) {
        requireFilingOffice(by);
        checked(letter);
        if (letter.untilOn() == null) {
            throw new InvalidInput("/untilOn", "required");
        }
        change(by, "authority.ended", subject(List.of(letter)), Map.of("letter", letter), () -> {
            if (!store.endLetter(letter)) {
                throw new Refused(List.of(Refusal.of("K10", "authority.not-open", letter.itemCode())));
            }
        });
    }

    private static String subject(List<AuthorityLetter> letters) {
        List<String> items =
                letters.stream().map(AuthorityLetter::itemCode).distinct().toList();
        return items.size() == 1 ? items.getFirst() : "authority";
    }

    private void change(Actor by, String type, String subject, Map<String, Object> detail, Runnable work) {
        transaction.executeWithoutResult(status -> {
            // First, because its row lock makes changes wait for one another: checks inside see the latest state.
            store.moveGeneration();
            work.run();
            store.record(time.now(), by.userName(), type, subject, json.writeValueAsString(detail));
        });
        register.reload();
    }

    private Staffing.Member member(String userName) {
        return register.staffing().member(userName).orElseThrow(() -> new NotFound("staff"));
    }

    private void requireOtherAdministrator(String userName) {
        Staffing now = store.load();
        boolean administers =
                now.actor(userName).filter(actor -> actor.has(Role.ADMIN)).isPresent();
        if (administers && !now.hasOtherAdministrator(userName)) {
            throw new Refused(List.of(Refusal.of("C14", "staff.last-administrator")));
        }
    }

    private static void requireInsight(Actor by) {
        if (!by.has(Role.SUPERVISOR)) {
            requireAdministrator(by);
        }
    }

    private static void requireAdministrator(Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM && !by.has(Role.ADMIN) && !by.has(Role.MANAGER)) {
            throw new NotAllowed("staff are taken on by administrator or manager");
        }
    }

    /** A manager runs the hall; who supervises, manages or administers is not theirs to decide. */
    private static void requireMayGive(Actor by, Role role) {
        requireAdministrator(by);
        boolean high = role == Role.ADMIN || role == Role.MANAGER || role == Role.SUPERVISOR || role == Role.LEADER;
        if (high && by.kind() != Actor.Kind.SYSTEM && !by.has(Role.ADMIN)) {
            throw new NotAllowed("posts above the hall are given by the administrator");
        }
    }

    private static void requireAdministratorOver(Actor by, Staffing.Member member) {
        requireAdministrator(by);
        requireNotOneself(by, member.userName());
        member.posts().forEach(post -> requireMayGive(by, post.role()));
    }

    /** Nobody raises themselves, nor locks themselves out by mistake. */
    private static void requireNotOneself(Actor by, String userName) {
        if (by.userName().equals(userName)) {
            throw new Refused(List.of(Refusal.of("C14", "staff.oneself")));
        }
    }

    private static void requireFilingOffice(Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM && !by.has(Role.MANAGER)) {
            throw new NotAllowed("authority is filed by the centre manager");
        }
    }

    private NewStaff checked(NewStaff staff) {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        if (!USER_NAME.matcher(staff.userName()).matches()
                || staff.userName().equals(Actor.SYSTEM.userName())
                || staff.userName().equals(Actor.PUBLIC.userName())) {
            wrong.add(InvalidInput.Field.of("/userName", "user-name"));
        }
        if (staff.displayName().isBlank() || staff.displayName().length() > 100) {
            wrong.add(InvalidInput.Field.of("/displayName", "display-name", 100));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        staff.posts().forEach(this::checked);
        return staff;
    }

    private void checked(Post post) {
        boolean department = post.role() == Role.REVIEWER || post.role() == Role.APPROVER || post.role() == Role.HEAD;
        boolean window = post.role() == Role.CLERK || post.role() == Role.CASHIER;
        boolean division = post.role() == Role.AGENT;
        if (department != (post.department() != null)
                || window != (post.window() != null)
                || division != (post.division() != null)) {
            throw new InvalidInput("/role", "post.body", post.role());
        }
    }

    /** A post is given only for a body that exists; the first administrator's and the demonstration's need no look. */
    private Post placed(Post post) {
        String department = post.department();
        String window = post.window();
        String division = post.division();
        boolean exists =
                (department == null || divisions.findDepartment(department).isPresent())
                        && (window == null || divisions.findWindow(window).isPresent())
                        && (division == null || divisions.find(division).isPresent());
        if (!exists) {
            throw new InvalidInput("/role", "post.place");
        }
        return post;
    }

    private void checked(AuthorityLetter letter) {
        if ((letter.holder() == null) == (letter.window() == null)) {
            throw new InvalidInput("/holder", "authority.holder");
        }
        LocalDate until = letter.untilOn();
        if (until != null && until.isBefore(letter.fromOn())) {
            throw new InvalidInput("/untilOn", "authority.period");
        }
        if (letter.holder() != null) {
            member(letter.holder());
        }
    }
}
