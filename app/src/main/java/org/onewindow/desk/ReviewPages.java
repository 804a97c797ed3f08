package org.onewindow.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.desk.DeskViews.Field;
import org.onewindow.desk.DeskViews.FieldKind;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.joint.Review;
import org.onewindow.joint.Reviews;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Component;

/** Puts joint review meetings in words (J4): agenda, each body's opinion, minutes, and what the viewer may add. */
@Component
class ReviewPages {

    private static final String OPINION_DAYS = "3";

    /** What a body may say; the rest is for the clock to say. */
    private static final List<Review.Stand> STANDS =
            List.of(Review.Stand.AGREES, Review.Stand.AGREES_WITH_CONDITIONS, Review.Stand.DISAGREES);

    private final Divisions divisions;
    private final Catalogue catalogue;
    private final StaffDirectory staff;
    private final ClockWords clocks;
    private final CentreTime time;
    private final Texts texts;

    ReviewPages(
            Divisions divisions,
            Catalogue catalogue,
            StaffDirectory staff,
            ClockWords clocks,
            CentreTime time,
            Texts texts) {
        this.divisions = divisions;
        this.catalogue = catalogue;
        this.staff = staff;
        this.clocks = clocks;
        this.time = time;
        this.texts = texts;
    }

    /** What a body said; {@code words} empty where it hasn't said anything yet. */
    record Opinion(String department, String stand, String words, String who) {}

    /** A department whose opinion the viewer may give. */
    record Body(String code, String name) {}

    /** A meeting. */
    record Sheet(
            long id,
            String subject,
            String when,
            String place,
            String agenda,
            String due,
            String silence,
            List<Opinion> opinions,
            @Nullable String minutes,
            @Nullable String minutesBy,
            List<Body> mayGive,
            boolean mayRecord,
            List<Field> stands) {}

    Sheet sheet(Actor actor, Review review, Locale locale) {
        Review.Minutes minutes = review.minutes();
        FieldList form = new FieldList(texts, locale);
        Map<String, String> stands = new LinkedHashMap<>();
        STANDS.forEach(stand -> stands.put(stand.name(), texts.text(locale, "Stand." + stand)));
        form.choose(FieldKind.RADIO, "stand", true, stands, Review.Stand.AGREES.name());
        form.add(FieldKind.AREA, "opinion", false, null);
        return new Sheet(
                review.id(),
                review.subject(),
                clocks.moment(review.at(), locale),
                review.place(),
                review.agenda(),
                texts.day(review.dueOn(), locale),
                texts.text(
                        locale, review.silenceAgrees() ? "desk.review.silence-agrees" : "desk.review.silence-missed"),
                review.departments().stream()
                        .map(department -> opinion(department, review, locale))
                        .toList(),
                minutes == null ? null : minutes.text(),
                minutes == null ? null : staff.displayName(minutes.by()) + " · " + clocks.moment(minutes.at(), locale),
                review.silent().stream()
                        .filter(department -> Reviews.mayGive(actor, department))
                        .map(code -> new Body(code, name(code)))
                        .toList(),
                minutes == null
                        && !time.now().isBefore(review.at())
                        && (actor.userName().equals(review.convenedBy()) || actor.has(Role.MANAGER)),
                form.fields());
    }

    private Opinion opinion(String department, Review review, Locale locale) {
        return review.opinions().stream()
                .filter(one -> one.department().equals(department))
                .findFirst()
                .map(one -> new Opinion(
                        name(department),
                        texts.text(locale, "Stand." + one.stand()),
                        one.text(),
                        "system".equals(one.by())
                                ? texts.text(locale, "desk.system")
                                : staff.displayName(one.by()) + " · " + clocks.moment(one.at(), locale)))
                .orElseGet(() -> new Opinion(name(department), texts.text(locale, "desk.review.none-yet"), "", ""));
    }

    private String name(String department) {
        return divisions.findDepartment(department).map(Department::shortName).orElse(department);
    }

    /** The form for convening one about a stage: its bodies are offered. */
    List<Field> convening(Theme.Stage stage, Locale locale) {
        FieldList form = new FieldList(texts, locale);
        Map<String, String> bodies = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(stage.leadDepartment()),
                        stage.members().stream()
                                .flatMap(member -> catalogue.inEffect(member.itemCode()).stream())
                                .map(ItemVersion::departmentCode))
                .forEach(code -> bodies.put(code, name(code)));
        form.add(FieldKind.DATETIME, "meetingAt", true, null);
        form.add(FieldKind.TEXT, "place", true, null);
        form.add(FieldKind.AREA, "agenda", true, null);
        form.choose(FieldKind.CHECKS, "departments", true, bodies, null);
        form.add(FieldKind.NUMBER, "opinionDays", true, OPINION_DAYS);
        return form.fields();
    }
}
