package org.onewindow.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.Receive;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.parties.IdNumbers;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.Phones;
import org.springframework.util.MultiValueMap;

/**
 * What a clerk typed while receiving. A ticked paper is {@code material=<its place on the list>}; a condition in words that
 * applies is {@code applies.<place>} (K6b); an answer is {@code situation.<code>} (K6a); the second of further applicants has the
 * fields {@code co.1.name}, {@code co.1.idNumber}, and so on.
 */
record ReceiveForm(MultiValueMap<String, String> typed) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PAGES = 9999;
    private static final int MOST_CO_APPLICANTS = 50;
    private static final String TICKED = "true";

    String itemCode() {
        return text("itemCode");
    }

    PartyDetails.Kind kind() {
        return kind("kind");
    }

    private PartyDetails.Kind kind(String field) {
        return "ORGANISATION".equals(text(field)) ? PartyDetails.Kind.ORGANISATION : PartyDetails.Kind.PERSON;
    }

    @Nullable
    String place() {
        return typed.getFirst("place");
    }

    /** The number under which each further applicant was typed; one whose fields are all empty isn't one. */
    List<Integer> coApplicants() {
        return IntStream.range(0, MOST_CO_APPLICANTS)
                .filter(number -> !text("co." + number + ".name").isEmpty()
                        || !text("co." + number + ".idNumber").isEmpty()
                        || !text("co." + number + ".phone").isEmpty())
                .boxed()
                .toList();
    }

    String idNumber() {
        return IdNumbers.folded(text("idNumber"));
    }

    boolean isTicked(int place) {
        return typed.getOrDefault("material", List.of()).contains(String.valueOf(place));
    }

    boolean applies(int place) {
        return typed.containsKey("applies." + place);
    }

    int pages(int place, int otherwise) {
        String pages = text("pages." + place);
        return pages.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(pages), 1, MOST_PAGES) : Math.max(1, otherwise);
    }

    /** As typed, for a preview: nothing is required yet. */
    Receive preview(ReceivingPlace place, ItemVersion item) {
        PartyDetails somebody = new PartyDetails(kind(), "", "", null);
        return receive(place, item, somebody, List.of(), isRepresented() ? somebody : null);
    }

    /**
     * To be received.
     *
     * @throws InvalidInput naming every field that can't be read
     */
    Receive complete(ReceivingPlace place, ItemVersion item) {
        People people = people();
        return receive(place, item, people.applicant(), people.coApplicants(), people.representative());
    }

    /** Who applies, with whom, and through whom. */
    record People(
            PartyDetails applicant,
            List<PartyDetails> coApplicants,
            @Nullable PartyDetails representative) {}

    /**
     * Who they are.
     *
     * @throws InvalidInput naming every field that can't be read
     */
    People people() {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        PartyDetails applicant = party(kind(), "idNumber", "name", "phone", wrong);
        List<PartyDetails> coApplicants = coApplicants().stream()
                .map("co.%d."::formatted)
                .map(one -> party(kind(one + "kind"), one + "idNumber", one + "name", one + "phone", wrong))
                .toList();
        PartyDetails representative = isRepresented()
                ? party(
                        PartyDetails.Kind.PERSON,
                        "representativeId",
                        "representativeName",
                        "representativePhone",
                        wrong)
                : null;
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new People(applicant, coApplicants, representative);
    }

    private Receive receive(
            ReceivingPlace place,
            ItemVersion item,
            PartyDetails applicant,
            List<PartyDetails> coApplicants,
            @Nullable PartyDetails representative) {
        return new Receive(
                item.code(),
                place.window(),
                place.station(),
                place.channel(),
                applicant,
                coApplicants,
                representative,
                given("serviceAgent"),
                answers(item),
                given("override"),
                handedIn(item));
    }

    boolean isRepresented() {
        return !text("representativeName").isEmpty()
                || !text("representativeId").isEmpty();
    }

    private Map<String, String> answers(ItemVersion item) {
        Map<String, String> answers = new HashMap<>();
        for (ItemVersion.Situation situation : item.situations()) {
            String answer = text("situation." + situation.code());
            if (!answer.isEmpty()) {
                answers.put(situation.code(), answer);
            }
        }
        for (int place = 0; place < item.materials().size(); place++) {
            if (applies(place)) {
                answers.put(item.materials().get(place).condition(), TICKED);
            }
        }
        return answers;
    }

    private List<HandedIn> handedIn(ItemVersion item) {
        List<HandedIn> papers = new ArrayList<>();
        for (int place = 0; place < item.materials().size(); place++) {
            if (isTicked(place)) {
                Material material = item.materials().get(place);
                papers.add(new HandedIn(
                        material.name(),
                        material.form(),
                        Math.max(1, material.copies()),
                        pages(place, material.pages())));
            }
        }
        return papers;
    }

    private PartyDetails party(
            PartyDetails.Kind kind,
            String idField,
            String nameField,
            String phoneField,
            List<InvalidInput.Field> wrong) {
        String name = text(nameField);
        if (name.isEmpty()) {
            wrong.add(InvalidInput.Field.of("/" + nameField, "required"));
        } else if (name.length() > LONGEST_NAME) {
            wrong.add(InvalidInput.Field.of("/" + nameField, "value"));
        }
        String number = IdNumbers.folded(text(idField));
        if (number.isEmpty()) {
            wrong.add(InvalidInput.Field.of("/" + idField, "required"));
        } else {
            switch (IdNumbers.check(kind, number)) {
                case RIGHT -> {}
                case WRONG_CHECK_CHARACTER -> {
                    if (text("override").isEmpty()) {
                        wrong.add(InvalidInput.Field.of("/" + idField, "id-number.check"));
                    }
                }
                case MALFORMED -> wrong.add(InvalidInput.Field.of("/" + idField, "id-number.form"));
            }
        }
        String phone = text(phoneField);
        if (!phone.isEmpty() && !Phones.isPhone(phone)) {
            wrong.add(InvalidInput.Field.of("/" + phoneField, "phone"));
        }
        return new PartyDetails(kind, name, number, phone.isEmpty() ? null : phone);
    }

    /** What was typed; null for nothing. */
    @Nullable
    String given(String name) {
        String typed = text(name);
        return typed.isEmpty() ? null : typed;
    }

    private String text(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
