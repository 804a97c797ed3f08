package org.onewindow.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;

/** The architecture's rules (house.md), each proved by a bad sample in package {@code bad} that must fail it. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.onewindow");

    private static final JavaClasses BAD_SAMPLES = new ClassFileImporter().importPackages("bad");

    /** Who may ask the machine for the time: the one clock is made of it, and what counts in machine time (T13). */
    private static final Set<String> MAY_ASK_THE_MACHINE = Set.of(
            "org.onewindow.TimeWiring",
            "org.onewindow.access.MachineTime",
            "org.onewindow.clockwork.work.SimulatedClock");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final Map<String, ArchRule> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "pure rules use plain Java and values only",
                classes()
                        .that()
                        .resideInAPackage("..model..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                        "java.lang..",
                                        "java.util..",
                                        "java.io..", // parsers of texts that ship with the program
                                        "java.time..",
                                        "java.math..",
                                        "java.text..",
                                        "java.nio.charset..",
                                        "java.security..",
                                        "org.jspecify..",
                                        "org.onewindow..")
                                .and(DescribedPredicate.not(resideInAnyPackage("..store..", "..web..", "..work.."))))
                        .because("a rule must be testable and readable without a database or a server"));
        RULES.put(
                "only stores and the database's own module speak SQL",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..store..", "org.onewindow.postgres..")
                        .and(doNotHoldOnlyAConnectionOfTheirOwn())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..")
                                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(SQLException.class))))
                        .because("each statement has one place, and each place a test"));
        RULES.put(
                "nobody asks the machine for the time, its zone or its language",
                classes()
                        .that(DescribedPredicate.describe(
                                "may not ask the machine", type -> !MAY_ASK_THE_MACHINE.contains(type.getName())))
                        .should(notAskTheMachine())
                        .because("the law counts in the centre's time, which a simulation may drive (T13)"));
        RULES.put(
                "there is one timer, the clockwork",
                methods()
                        .should()
                        .notBeAnnotatedWith(Scheduled.class)
                        .because("what happens at an instant happens in order, once, also in a simulation"));
        RULES.put(
                "no thread is virtual",
                noClasses()
                        .should()
                        .callMethod(Thread.class, "ofVirtual")
                        .orShould()
                        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                        .orShould()
                        .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
                        .because("on few cores they can wait for each other's classes for ever"));
        RULES.put(
                "dependencies come through the constructor",
                fields().should()
                        .notBeAnnotatedWith(Autowired.class)
                        .andShould()
                        .notBeAnnotatedWith(Value.class));
        RULES.put(
                "names say what a thing is",
                noClasses().should().haveNameMatching(".*\\.\\w*(Utils?|Helper|Manager|Impl|DTO|Dto)(\\$.*)?"));
        RULES.put(
                "controllers are nobody else's business",
                classes()
                        .that()
                        .areMetaAnnotatedWith(Controller.class)
                        .should()
                        .notBePublic()
                        .andShould()
                        .resideInAnyPackage(
                                "..web..",
                                "org.onewindow.http..",
                                "org.onewindow.desk..",
                                "org.onewindow.portal..",
                                "org.onewindow.manage.."));
        RULES.put(
                "every package says what may be null",
                classes().that(alwaysTrue()).should(liveInANullMarkedPackage()));
    }

    @TestFactory
    Stream<DynamicTest> the_program_keeps_the_rules() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(PROGRAM)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_finds_its_bad_sample() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(BAD_SAMPLES).hasViolation())
                                .isTrue()));
    }

    /** The journal's listener and the jobs that hold a lock use a bare connection; statements stay in stores. */
    private static DescribedPredicate<JavaClass> doNotHoldOnlyAConnectionOfTheirOwn() {
        return DescribedPredicate.describe(
                "don't only hold a connection of their own",
                type -> !type.getName().startsWith("org.onewindow.journal.work.Listening"));
    }

    private static ArchCondition<JavaClass> notAskTheMachine() {
        return new ArchCondition<>("not ask the machine for the time, its zone or its language") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getTarget().getName();
                    boolean machine = (CLOCKS.contains(owner) && name.equals("now"))
                            || (owner.equals("java.time.Clock") && name.startsWith("system"))
                            || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                            || (owner.equals("java.time.ZoneId") && name.equals("systemDefault"))
                            || (owner.equals(TimeZone.class.getName()) && name.equals("getDefault"))
                            || (owner.equals(Locale.class.getName()) && name.equals("getDefault"))
                            || (owner.equals("java.lang.String")
                                    && (name.equals("toUpperCase") || name.equals("toLowerCase"))
                                    && call.getTarget().getRawParameterTypes().isEmpty());
                    if (machine) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                if (!home.isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, home.getName() + " is not @NullMarked"));
                }
            }
        };
    }
}
