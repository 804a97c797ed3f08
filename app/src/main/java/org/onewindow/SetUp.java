package org.onewindow;

import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffOffice;
import org.onewindow.calendar.Calendars;
import org.onewindow.clockwork.DatabasePurpose;
import org.onewindow.divisions.CentreLayout;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.kernel.BadSetting;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./serve --setup}: makes an empty database a real county's, with one administrator and no demonstration user. The
 * keys were made when the program came up.
 */
@Component
@EnableConfigurationProperties(SetUpSettings.class)
class SetUp {

    private static final Pattern COUNTY_CODE = Pattern.compile("[1-9]\\d{5}");
    private static final List<String> COUNTY_KINDS = List.of("县", "区", "市", "旗");

    private final SetUpSettings settings;
    private final Divisions divisions;
    private final Calendars calendars;
    private final DatabasePurpose purpose;
    private final StaffOffice staff;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Locale language;

    SetUp(
            SetUpSettings settings,
            Divisions divisions,
            Calendars calendars,
            DatabasePurpose purpose,
            StaffOffice staff,
            Texts texts,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.divisions = divisions;
        this.calendars = calendars;
        this.purpose = purpose;
        this.staff = staff;
        this.texts = texts;
        this.transaction = transaction;
        this.language = terminalLanguage();
    }

    /**
     * Asks and writes, all or nothing.
     *
     * @throws BadSetting when the database is somebody's already, or an answer won't do
     */
    void run() {
        divisions.county().ifPresent(county -> {
            throw new BadSetting(texts.text(language, "setup.taken", county.name(), county.code()));
        });
        if (!staff.isEmpty()) {
            throw new BadSetting(texts.text(language, "setup.staffed"));
        }
        Console console = terminal();
        String code = answer(console, "division", settings.division());
        if (!COUNTY_CODE.matcher(code).matches()) {
            throw new BadSetting(texts.text(language, "setup.division.wrong", code));
        }
        String name = answer(console, "name", settings.name());
        String administrator = answer(console, "administrator", settings.administrator());
        String administratorName = answer(console, "administrator-name", settings.administratorName());
        String password = password(console);
        write(
                new Division(code, null, Division.Level.COUNTY, kind(name), name),
                administrator,
                administratorName,
                password);
        StartFailure.print(texts.text(language, "setup.done", name, administrator) + System.lineSeparator());
    }

    private void write(Division county, String administrator, String administratorName, String password) {
        try {
            // First, so that nobody asks for the calendar of a county that hasn't one yet.
            calendars.ensureRegion(county.code(), county.name());
            transaction.executeWithoutResult(status -> {
                divisions.load(new CentreLayout(List.of(county), List.of(), List.of(), List.of()));
                staff.takeOnFirstAdministrator(administrator, administratorName, password);
                // From here on no simulation may drive this database's time (T13).
                purpose.declare(DatabasePurpose.Purpose.REAL);
            });
        } catch (InvalidInput invalid) {
            throw new BadSetting(invalid.fields().stream()
                    .map(field -> texts.field(field, language))
                    .collect(Collectors.joining(" ")));
        } catch (Refused refused) {
            throw new BadSetting(refused.refusals().stream()
                    .map(refusal -> texts.reason(refusal, language).detail())
                    .collect(Collectors.joining(" ")));
        }
    }

    private String answer(@Nullable Console console, String what, String given) {
        if (!given.isBlank()) {
            return given.strip();
        }
        String asked = console == null ? null : console.readLine("%s ", texts.text(language, "setup.ask." + what));
        if (asked == null || asked.isBlank()) {
            throw missing(what);
        }
        return asked.strip();
    }

    private String password(@Nullable Console console) {
        if (!settings.password().isEmpty()) {
            return settings.password();
        }
        char[] first = console == null ? null : console.readPassword("%s ", texts.text(language, "setup.ask.password"));
        if (console == null || first == null || first.length == 0) {
            throw missing("password");
        }
        char[] again = console.readPassword("%s ", texts.text(language, "setup.ask.password-again"));
        String password = new String(first);
        if (again == null || !password.equals(new String(again))) {
            throw new BadSetting(texts.text(language, "setup.password.differs"));
        }
        return password;
    }

    private BadSetting missing(String what) {
        String variable = "ONEWINDOW_SETUP_" + what.replace("-", "").toUpperCase(Locale.ROOT);
        return new BadSetting(texts.text(language, "setup.missing", variable));
    }

    private static @Nullable Console terminal() {
        // Java 25 answers null again where nobody sits at a terminal
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
    }

    private static String kind(String name) {
        String last = name.substring(name.length() - 1);
        return COUNTY_KINDS.contains(last) ? last : COUNTY_KINDS.getFirst();
    }

    private static Locale terminalLanguage() {
        String language = System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
        return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
