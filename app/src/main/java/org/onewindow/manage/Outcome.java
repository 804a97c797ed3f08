package org.onewindow.manage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.http.Texts;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Does what a form asked for and says how it went, so that a page can show its form again with everything that is wrong. */
@Component
class Outcome {

    private final Texts texts;

    Outcome(Texts texts) {
        this.texts = texts;
    }

    /**
     * How it went.
     *
     * @param model for the page: {@code errors} by field and {@code wrong} in a list, or {@code reasons}; empty when it was done
     */
    record Result(HttpStatus status, Map<String, Object> model) {

        boolean isDone() {
            return status == HttpStatus.OK;
        }
    }

    Result of(Runnable command, Locale locale) {
        try {
            command.run();
            return new Result(HttpStatus.OK, Map.of());
        } catch (InvalidInput invalid) {
            return invalid(invalid, locale);
        } catch (Refused refused) {
            List<Texts.Reason> reasons = refused.refusals().stream()
                    .map(refusal -> texts.reason(refusal, locale))
                    .toList();
            return new Result(HttpStatus.UNPROCESSABLE_CONTENT, new HashMap<>(Map.of("reasons", reasons)));
        }
    }

    private Result invalid(InvalidInput invalid, Locale locale) {
        Map<String, String> errors = invalid.fields().stream()
                .collect(Collectors.toMap(
                        field -> field.pointer().replaceFirst("^/", ""),
                        field -> texts.field(field, locale),
                        (first, _) -> first));
        List<String> wrong = invalid.fields().stream()
                .map(field ->
                        field.pointer().replaceFirst("^/", "").replace('/', ' ') + "：" + texts.field(field, locale))
                .toList();
        return new Result(HttpStatus.BAD_REQUEST, new HashMap<>(Map.of("errors", errors, "wrong", wrong)));
    }
}
