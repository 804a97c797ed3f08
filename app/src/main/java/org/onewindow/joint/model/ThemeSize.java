package org.onewindow.joint.model;

import java.util.List;
import java.util.Objects;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.InvalidInput;

/**
 * How much a theme may hold, drafts too: each one in effect is drawn for everybody who asks, and every plan is computed from it.
 */
public final class ThemeSize {

    private static final int MOST_STAGES = 20;
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_EDGES = 2_000;
    private static final int MOST_QUESTIONS = 40;
    private static final int LONGEST_CODE = 60;

    private final ApplicationCheck check = new ApplicationCheck();

    private ThemeSize() {}

    /**
     * Lets a theme of a fair size pass.
     *
     * @throws InvalidInput naming every part that is too long or too many
     */
    public static void check(Theme theme) {
        ThemeSize size = new ThemeSize();
        size.longest("/name", theme.name(), ApplicationCheck.LONGEST_NAME);
        size.longest("/nameEn", theme.nameEn(), ApplicationCheck.LONGEST_NAME);
        size.longest("/description", theme.description(), ApplicationCheck.LONGEST_TEXT);
        size.check.atMost("/stages", theme.stages().size(), MOST_STAGES);
        size.check.atMost("/members", theme.members().size(), MOST_MEMBERS);
        size.check.atMost("/edges", theme.edges().size(), MOST_EDGES);
        size.check.atMost("/questions", theme.questions().size(), MOST_QUESTIONS);
        theme.questions().forEach(size::question);
        theme.stages().forEach(size::stage);
        size.check.done();
    }

    private void question(Situation question) {
        longest("/questions", question.code(), LONGEST_CODE);
        longest("/questions", question.question(), ApplicationCheck.LONGEST_NAME);
        check.atMost("/questions", question.choices().size(), MOST_QUESTIONS);
        question.choices().forEach(choice -> {
            longest("/questions", choice.code(), LONGEST_CODE);
            longest("/questions", choice.label(), ApplicationCheck.LONGEST_NAME);
        });
    }

    private void stage(Theme.Stage stage) {
        longest("/stages", stage.name(), ApplicationCheck.LONGEST_NAME);
        longest("/stages", Objects.requireNonNullElse(stage.milestone(), ""), ApplicationCheck.LONGEST_NAME);
        for (Theme.Member member : stage.members()) {
            longest("/members", member.itemCode(), LONGEST_CODE);
            named(member.when());
            named(member.provides());
            named(Objects.requireNonNullElse(member.stops(), List.of()));
        }
    }

    private void named(List<String> names) {
        check.atMost("/members", names.size(), MOST_MEMBERS);
        names.forEach(name -> longest("/members", name, ApplicationCheck.LONGEST_NAME));
    }

    private void longest(String pointer, String text, int most) {
        if (text.length() > most) {
            check.wrong(pointer, "too-long", most);
        }
    }
}
