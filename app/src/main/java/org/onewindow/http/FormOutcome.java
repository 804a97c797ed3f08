package org.onewindow.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Does it. */
    public Result of(Runnable command, Locale locale) {
        try {
            command.run();
            return new Result(HttpStatus.OK, Map.of(), List.of());
        } catch (InvalidInput invalid) {
            return invalid(invalid, locale);
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

    private Result invalid(InvalidInput invalid, Locale locale) {
        List<String> wrong = invalid.fields().stream()
                .map(field ->
                        field.pointer().replaceFirst("^/", "").replace('/', ' ') + "：" + texts.field(field, locale))
                .toList();
        return new Result(
                HttpStatus.BAD_REQUEST,
                new HashMap<>(Map.of("errors", texts.errors(invalid, locale), "wrong", wrong)),
                List.of());
    }
}
