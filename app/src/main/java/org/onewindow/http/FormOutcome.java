package org.onewindow.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Does what a form asked for and says how it went, so that a page can show its form again with everything that is wrong. */
@Component
public class FormOutcome {

    private final Texts texts;

    FormOutcome(Texts texts) {
        this.texts = texts;
    }

    /**
     * How it went.
     *
     * @param model for the page: {@code errors} by field and {@code wrong} in a list, or {@code reasons}, or {@code
     *     overtaken} and, as types of events, the {@code changes} in between; empty when it was done
     * @param refusals why it was refused, for pages that show each at its field
     */
    public record Result(HttpStatus status, Map<String, Object> model, List<Refusal> refusals) {

        /** Whether it was done. */
        public boolean isDone() {
            return status == HttpStatus.OK;
        }

        /** Whether somebody else was faster: the page has to be read again. */
        public boolean isOvertaken() {
            return status == HttpStatus.CONFLICT;
        }
    }

    /** Does it; what is wrong is listed without the names of fields, which say nothing to people. */
    public Result of(Runnable command, Locale locale) {
        return of(command, Map.of(), locale);
    }

    /**
     * Does it.
     *
     * @param labels keys of what the page calls its fields, by field; what is wrong below a field, as in its third line, is said of it
     */
    public Result of(Runnable command, Map<String, String> labels, Locale locale) {
        return of(command, field -> label(field, labels, locale), locale);
    }

    /**
     * Does it.
     *
     * @param labels what the page calls a field; null where it has none
     */
    public Result of(Runnable command, Function<String, @Nullable String> labels, Locale locale) {
        try {
            command.run();
            return new Result(HttpStatus.OK, Map.of(), List.of());
        } catch (InvalidInput invalid) {
            return invalid(invalid, labels, locale);
        } catch (Refused refused) {
            return new Result(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new HashMap<>(Map.of("reasons", texts.reasons(refused.refusals(), locale))),
                    refused.refusals());
        } catch (ChangedMeanwhile changed) {
            return new Result(
                    HttpStatus.CONFLICT,
                    new HashMap<>(Map.of("overtaken", true, "changes", changed.changes())),
                    List.of());
        }
    }

    private @Nullable String label(String field, Map<String, String> labels, Locale locale) {
        String key = labels.getOrDefault(field, labels.get(whole(field)));
        return key == null ? null : texts.text(locale, key);
    }

    private Result invalid(InvalidInput invalid, Function<String, @Nullable String> labels, Locale locale) {
        Map<String, String> errors = new HashMap<>(texts.errors(invalid, locale));
        List<String> wrong = new ArrayList<>();
        for (InvalidInput.Field field : invalid.fields()) {
            String name = field.pointer().replaceFirst("^/", "");
            String text = texts.field(field, locale);
            String label = labels.apply(name);
            wrong.add(label == null ? text : texts.text(locale, "invalid.at", label, text));
            errors.putIfAbsent(whole(name), text);
        }
        return new Result(HttpStatus.BAD_REQUEST, new HashMap<>(Map.of("errors", errors, "wrong", wrong)), List.of());
    }

    /** The field on the page of something in it: of {@code days/3/kind} it is {@code days}. */
    private static String whole(String name) {
        return name.replaceFirst("/.*", "");
    }
}
