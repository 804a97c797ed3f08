package org.onewindow.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Channel;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.Apply;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.PickUp;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/**
 * What a clerk typed while receiving a joint application: who applies as in {@link ReceiveForm}; {@code theme} is
 * {@code <code>/<stage>}; a ticked paper is {@code material=<its name>}, since the list changes with the answers; a condition that
 * applies is {@code applies=<its words>}; an answer is {@code situation.<code>}, of an item's own question
 * {@code situation.<item>.<code>}.
 */
record JointReceiveForm(MultiValueMap<String, String> typed) {

    private static final String SITUATION = "situation.";
    private static final String TICKED = "true";
    private static final int MOST_PAGES = 9999;

    ReceiveForm people() {
        return new ReceiveForm(typed);
    }

    String theme() {
        return chosen().replaceFirst("/.*", "");
    }

    int stage() {
        String number = chosen().replaceFirst("[^/]*/?", "");
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : 1;
    }

    private String chosen() {
        return Optional.ofNullable(people().given("theme")).orElse("");
    }

    @Nullable
    String project() {
        return people().given("project");
    }

    PickUp pickUp() {
        return PickUp.AS_READY.name().equals(people().given("pickUp")) ? PickUp.AS_READY : PickUp.TOGETHER;
    }

    boolean isTicked(String material) {
        return typed.getOrDefault("material", List.of()).contains(material);
    }

    boolean applies(String condition) {
        return typed.getOrDefault("applies", List.of()).contains(condition);
    }

    int pages(String material) {
        String pages = people().given("pages." + material);
        return pages != null && pages.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(pages), 1, MOST_PAGES) : 1;
    }

    /** Answers to questions, and the conditions that are ticked. */
    Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        typed.forEach((name, values) -> {
            if (name.startsWith(SITUATION) && !values.getFirst().isBlank()) {
                answers.put(name.substring(SITUATION.length()), values.getFirst());
            }
        });
        typed.getOrDefault("applies", List.of()).forEach(condition -> answers.put(condition, TICKED));
        return answers;
    }

    /** The same as if every condition applied: what the clerk is to be asked about. */
    Map<String, String> answersWithAllConditions(List<ItemVersion> items) {
        Map<String, String> answers = new HashMap<>(answers());
        items.forEach(item -> item.materials().stream()
                .map(ItemVersion.Material::condition)
                .filter(condition -> !condition.isEmpty())
                .forEach(condition -> answers.put(condition, TICKED)));
        return answers;
    }

    /**
     * To be received.
     *
     * @throws InvalidInput naming every field that can't be read
     */
    Apply complete(String window, JointReading.Outline outline) {
        ReceiveForm.People people = people().people();
        return new Apply(
                theme(),
                stage(),
                window,
                Channel.WINDOW,
                project(),
                people.applicant(),
                people.coApplicants(),
                people.representative(),
                people().given("serviceAgent"),
                answers(),
                people().given("override"),
                outline.materials().stream()
                        .filter(line -> isTicked(line.name()))
                        .map(this::handedIn)
                        .toList(),
                pickUp());
    }

    private HandedIn handedIn(MaterialLine line) {
        return new HandedIn(line.name(), line.form(), Math.max(1, line.copies()), pages(line.name()));
    }
}
