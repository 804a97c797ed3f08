package org.onewindow.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleProposal;
import org.onewindow.supervision.RuleSet;
import org.onewindow.timelimit.ClockKind;

/** A set of rules as the fields of a form, there and back. */
final class RuleForm {

    private static final int LONGEST_TITLE = 200;

    /** What gives nothing. */
    private static final String NONE = "";

    private RuleForm() {}

    /** The fields a set fills; its period isn't among them, since the next one has a period of its own. */
    static Map<String, String> of(RuleSet rules) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("daysBefore", String.valueOf(rules.thresholds().daysBefore()));
        form.put("percentLeft", String.valueOf(rules.thresholds().percentLeft()));
        form.put("shortLimit", String.valueOf(rules.thresholds().shortLimit()));
        form.put("shortLimitPercentUsed", String.valueOf(rules.thresholds().shortLimitPercentUsed()));
        form.put("zeroLimitMinutes", String.valueOf(rules.thresholds().zeroLimitMinutes()));
        for (RuleSet.ClockRule clock : rules.clocks()) {
            Colour passed = clock.passed();
            Integer red = clock.redAfterDays();
            form.put(field(clock.clock(), "passed"), passed == null ? NONE : passed.name());
            form.put(field(clock.clock(), "red"), red == null ? "" : red.toString());
            if (clock.warns()) {
                form.put(field(clock.clock(), "warns"), "yes");
            }
        }
        rules.contents().forEach((rule, colour) -> form.put(field(rule), colour.name()));
        form.put("warning", String.valueOf(rules.points().warning()));
        form.put("yellow", String.valueOf(rules.points().yellow()));
        form.put("red", String.valueOf(rules.points().red()));
        form.put("explanation", String.valueOf(rules.replies().explanation()));
        form.put("appeal", String.valueOf(rules.replies().appeal()));
        form.put("order", String.valueOf(rules.replies().order()));
        form.put("mostAtOnce", String.valueOf(rules.mostAtOnce()));
        return form;
    }

    static String field(ClockKind clock, String part) {
        return clock + "." + part;
    }

    static String field(ContentRule rule) {
        return "content." + rule;
    }

    /**
     * What was typed.
     *
     * @param named whether it must say what it is called and what it rests on; for trying it out it needn't yet
     * @throws InvalidInput with every field that can't be read
     */
    static RuleProposal read(Map<String, String> form, boolean named) {
        Reading reading = new Reading(form);
        String region = reading.text("region", true);
        RuleSet rules = new RuleSet(
                region,
                0,
                reading.day("validFrom"),
                Typed.given(form.get("validTo")) == null ? null : reading.day("validTo"),
                reading.text("title", named),
                reading.text("basis", named),
                new RuleSet.Thresholds(
                        reading.number("daysBefore"),
                        reading.number("percentLeft"),
                        reading.number("shortLimit"),
                        reading.number("shortLimitPercentUsed"),
                        reading.number("zeroLimitMinutes")),
                reading.clocks(),
                reading.contents(),
                new RuleSet.Points(reading.number("warning"), reading.number("yellow"), reading.number("red")),
                new RuleSet.Replies(reading.number("explanation"), reading.number("appeal"), reading.number("order")),
                reading.number("mostAtOnce"));
        RuleProposal proposal = new RuleProposal(rules, reading.replaces(region), "yes".equals(form.get("confirmed")));
        if (!reading.wrong.isEmpty()) {
            throw new InvalidInput(reading.wrong);
        }
        return proposal;
    }

    /** Reads field by field and remembers what can't be read, so that all of it can be said at once. */
    private static final class Reading {

        private final Map<String, String> form;
        private final List<InvalidInput.Field> wrong = new ArrayList<>();

        Reading(Map<String, String> form) {
            this.form = form;
        }

        String text(String name, boolean required) {
            String given = Typed.given(form.get(name));
            if (given == null) {
                if (required) {
                    wrong.add(InvalidInput.Field.of("/" + name, "required"));
                }
                return "";
            }
            if (given.length() > LONGEST_TITLE) {
                wrong.add(InvalidInput.Field.of("/" + name, "too-long", LONGEST_TITLE));
            }
            return given;
        }

        LocalDate day(String name) {
            try {
                LocalDate day = Typed.day("/" + name, form.get(name));
                if (day != null) {
                    return day;
                }
                wrong.add(InvalidInput.Field.of("/" + name, "required"));
            } catch (InvalidInput notADay) {
                wrong.addAll(notADay.fields());
            }
            return LocalDate.EPOCH;
        }

        int number(String name) {
            Integer number = optionalNumber(name);
            if (number == null
                    && wrong.stream().noneMatch(field -> field.pointer().equals("/" + name))) {
                wrong.add(InvalidInput.Field.of("/" + name, "required"));
            }
            return number == null ? 0 : number;
        }

        @Nullable
        Integer optionalNumber(String name) {
            try {
                return Typed.number("/" + name, form.get(name));
            } catch (InvalidInput notANumber) {
                wrong.addAll(notANumber.fields());
                return null;
            }
        }

        @Nullable
        Colour colour(String name) {
            try {
                return Typed.constant(Colour.class, "/" + name, form.get(name));
            } catch (InvalidInput noColour) {
                wrong.addAll(noColour.fields());
                return null;
            }
        }

        List<RuleSet.ClockRule> clocks() {
            List<RuleSet.ClockRule> clocks = new ArrayList<>();
            for (ClockKind kind : ClockKind.values()) {
                boolean warns = "yes".equals(form.get(field(kind, "warns")));
                Colour passed = colour(field(kind, "passed"));
                Integer red = optionalNumber(field(kind, "red"));
                if (warns || passed != null || red != null) {
                    clocks.add(new RuleSet.ClockRule(kind, warns, passed, red));
                }
            }
            return clocks;
        }

        Map<ContentRule, Colour> contents() {
            Map<ContentRule, Colour> contents = new EnumMap<>(ContentRule.class);
            for (ContentRule rule : ContentRule.values()) {
                Colour colour = colour(field(rule));
                if (colour != null) {
                    contents.put(rule, colour);
                }
            }
            return contents;
        }

        /** A set that ends is named by its id; it must be of the same region. */
        @Nullable
        Integer replaces(String region) {
            String id = Typed.given(form.get("replaces"));
            if (id == null) {
                return null;
            }
            String number = id.substring(id.indexOf('/') + 1);
            if (!id.equals(region + "/" + number) || !number.matches("[0-9]{1,6}")) {
                wrong.add(InvalidInput.Field.of("/replaces", "rules.replaces-unknown", number));
                return null;
            }
            return Integer.valueOf(number);
        }
    }

    /** The field beside which a refusal stands. */
    static String fieldOf(Refusal refusal, Map<String, String> form) {
        return switch (refusal.key()) {
            case "rules.period" -> "validTo";
            case "rules.past" -> "validFrom";
            case "rules.overlap", "rules.replaces" -> "replaces";
            case "rules.days-before" -> "daysBefore";
            case "rules.percent" -> isAtMost(99, form.get("percentLeft")) ? "shortLimitPercentUsed" : "percentLeft";
            case "rules.short-limit", "rules.short-limit-most" -> "shortLimit";
            case "rules.minutes" -> "zeroLimitMinutes";
            case "rules.passed-warns" -> refusal.arguments().getFirst() + ".passed";
            case "rules.red-before-yellow", "rules.red-with-yellow" ->
                refusal.arguments().getFirst() + ".red";
            case "rules.statutory" -> field(ClockKind.STATUTORY, "passed");
            case "rules.committed" -> field(ClockKind.COMMITTED, "passed");
            case "rules.content-warns" -> "content." + refusal.arguments().getFirst();
            case "rules.points" -> "red";
            case "rules.points-order" -> "yellow";
            case "rules.reply" ->
                Stream.of("explanation", "appeal", "order")
                        .filter(name -> !isAtMost(60, form.get(name)) || "0".equals(form.get(name)))
                        .findFirst()
                        .orElse("explanation");
            case "rules.many" -> "confirmed";
            default -> "mostAtOnce";
        };
    }

    private static boolean isAtMost(int most, @Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") && Integer.parseInt(typed) <= most;
    }
}
