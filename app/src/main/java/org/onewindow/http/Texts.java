package org.onewindow.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Fen;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * The door to everything the program says, in Chinese (the default) or English.
 *
 * <p>Strict: a key that isn't in the message files is a bug and throws. Arguments are put in words: days and instants in the
 * centre's zone, money in yuan, lists joined, an enum constant by the message {@code <EnumName>.<CONSTANT>} where there is one.
 */
public final class Texts implements MessageSource {

    private static final Object[] NONE = {};

    private final MessageFiles files;
    private final ZoneId zone;

    Texts(MessageFiles files, CentreTime time) {
        this.files = files;
        this.zone = time.zone();
    }

    /** All texts on the class path. */
    public static Texts load(CentreTime time) {
        return new Texts(MessageFiles.read(), time);
    }

    /**
     * A refusal in words.
     *
     * @param rule the rule's id
     * @param detail what is wrong
     * @param basis the law; null where the rule is the centre's own
     * @param whatNow what to do now
     */
    public record Reason(
            String rule, String detail, @Nullable String basis, String whatNow) {}

    /** The text of a key. */
    public String text(Locale locale, String key, Object... arguments) {
        String found = find(key, arguments, locale);
        if (found == null) {
            throw Bug.found("no message " + key);
        }
        return found;
    }

    /** The text of a key. */
    public String text(String key, List<?> arguments, Locale locale) {
        return text(locale, key, arguments.toArray());
    }

    /** Whether a key has a text, for the few optional ones. */
    public boolean has(String key) {
        return files.find(key, Locale.SIMPLIFIED_CHINESE) != null;
    }

    /** A refusal in words: {@code refusal.<key>}, {@code .basis} where there is one, {@code .now}. */
    public Reason reason(Refusal refusal, Locale locale) {
        String key = "refusal." + refusal.key();
        Object[] arguments = refusal.arguments().toArray();
        return new Reason(
                refusal.rule(),
                text(locale, key, arguments),
                find(key + ".basis", arguments, locale),
                text(locale, key + ".now", arguments));
    }

    /** Refusals in words, in their order. */
    public List<Reason> reasons(List<Refusal> refusals, Locale locale) {
        return refusals.stream().map(refusal -> reason(refusal, locale)).toList();
    }

    /** A bad field in words: {@code invalid.<key>}. */
    public String field(InvalidInput.Field field, Locale locale) {
        return text("invalid." + field.key(), field.arguments(), locale);
    }

    /** Bad fields in words, each under its name in the form; of several words about one field the first. */
    public Map<String, String> errors(InvalidInput invalid, Locale locale) {
        return invalid.fields().stream()
                .collect(Collectors.toMap(
                        field -> field.pointer().replaceFirst("^/", ""),
                        field -> field(field, locale),
                        (first, _) -> first));
    }

    /** A legal day as people write it. */
    public String day(LocalDate day, Locale locale) {
        return formatter("format.day", locale).format(day);
    }

    /** An instant as people write it, in the centre's zone. */
    public String instant(Instant instant, Locale locale) {
        return formatter("format.instant", locale).format(instant.atZone(zone));
    }

    /** An amount in yuan, two decimals. */
    public String money(Fen fen, Locale locale) {
        long amount = Math.absExact(fen.amount());
        String yuan =
                (fen.amount() < 0 ? "-" : "") + amount / 100 + "." + (amount % 100 < 10 ? "0" : "") + amount % 100;
        return text(locale, "format.money", yuan);
    }

    private DateTimeFormatter formatter(String key, Locale locale) {
        return DateTimeFormatter.ofPattern(text(locale, key), Languages.supported(locale));
    }

    private @Nullable String find(String key, Object[] arguments, Locale locale) {
        MessageTemplate template = files.find(key, locale);
        return template == null
                ? null
                : template.render(arguments, Languages.supported(locale), argument -> inWords(argument, locale));
    }

    private String inWords(Object argument, Locale locale) {
        return switch (argument) {
            case LocalDate day -> day(day, locale);
            case Instant instant -> instant(instant, locale);
            case Fen fen -> money(fen, locale);
            case Enum<?> constant -> constant(constant, locale);
            case Refusal refusal -> reason(refusal, locale).detail();
            case MessageSourceResolvable other -> getMessage(other, locale);
            case Collection<?> many -> joined(many, element -> inWords(element, locale), locale);
            default -> String.valueOf(argument);
        };
    }

    private String constant(Enum<?> constant, Locale locale) {
        String found = find(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), NONE, locale);
        return found == null ? constant.name() : found;
    }

    private String joined(Collection<?> many, Function<Object, String> each, Locale locale) {
        return many.stream().map(each).collect(Collectors.joining(text(locale, "format.list-separator")));
    }

    /** For frameworks: a default given by the caller is used where the key is unknown. */
    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] args, @Nullable String defaultMessage, @Nullable Locale locale) {
        String found = find(code, args == null ? NONE : args, locale == null ? Locale.SIMPLIFIED_CHINESE : locale);
        return found == null ? defaultMessage : found;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        return text(locale == null ? Locale.SIMPLIFIED_CHINESE : locale, code, args == null ? NONE : args);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        Object[] arguments = resolvable.getArguments();
        for (String code : codes == null ? new String[0] : codes) {
            String found = getMessage(code, arguments, null, locale);
            if (found != null) {
                return found;
            }
        }
        String fallback = resolvable.getDefaultMessage();
        if (fallback == null) {
            throw new NoSuchMessageException(String.valueOf(resolvable));
        }
        return fallback;
    }
}
