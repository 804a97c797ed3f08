package org.onewindow.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.Level;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;

/**
 * A licence that can be filed as it is: 20 working days by law, 8 promised. A test says what is different about its own.
 *
 * <p>{@code anItem().with(item -> item.committedDays = 9).build()}
 */
public final class AnItem {

    public String code = "SF0101900";
    public String name = "示例经营许可";
    public String department = "BM01";
    public ItemType type = ItemType.LICENCE;
    public HandlingClass handlingClass = HandlingClass.COMMITTED;
    public String regime = "APL";
    public @Nullable StatutoryLimit statutory = new StatutoryLimit(
            20, org.onewindow.timelimit.Unit.WORKING_DAY, ItemVersion.StartsOn.ACCEPTANCE, ItemVersion.EndsOn.DECISION);
    public int committedDays = 8;
    public int extensionDays = 10;
    public boolean deemedAcceptance = true;
    public String legalBasis = "《中华人民共和国示例法》第三条";
    public List<String> conditions = List.of("有固定的经营场所");
    public List<Step> steps = List.of(
            step(1, StepKind.ACCEPT, 0, StepRole.CLERK),
            step(2, StepKind.WORK, 6, StepRole.REVIEWER),
            step(3, StepKind.DECIDE, 1, StepRole.APPROVER),
            step(4, StepKind.MAKE, 1, StepRole.CLERK),
            step(5, StepKind.ISSUE, 0, StepRole.CLERK));
    public List<SpecialProcedure> procedures = List.of();
    public List<Material> materials = List.of(material("示例经营许可申请书"), material("经营场所平面图"));
    public List<Situation> situations = List.of();
    public ApplicantObject object = ApplicantObject.BOTH;
    public boolean hearBeforeDecision;
    public boolean legalReview;
    public boolean grantMayPrecede;
    public ItemVersion.@Nullable Commitment commitment;
    public @Nullable String endsOnMissingSupplement;
    public Fee fee = new Fee(FeeKind.NONE, "", List.of());
    public String result = "示例经营许可证";

    private AnItem() {}

    public static AnItem anItem() {
        return new AnItem();
    }

    /** Changes one thing. */
    public AnItem with(java.util.function.Consumer<AnItem> change) {
        change.accept(this);
        return this;
    }

    /** Changes its steps. */
    public AnItem withSteps(UnaryOperator<List<Step>> change) {
        steps = change.apply(new ArrayList<>(steps));
        return this;
    }

    public static Step step(int number, StepKind kind, int days, StepRole role) {
        return new Step("S" + number, kind, kind.name(), days, "示例岗", role, List.of());
    }

    public static Material material(String name, String... situations) {
        return new Material(
                name,
                ItemVersion.MaterialForm.ORIGINAL,
                1,
                1,
                ItemVersion.MaterialSource.APPLICANT,
                ItemVersion.Necessity.REQUIRED,
                "",
                List.of(situations));
    }

    public ItemVersion build() {
        return new ItemVersion(
                code,
                1,
                State.DRAFT,
                null,
                name,
                "Example Licence",
                department,
                type,
                handlingClass,
                Level.COUNTY,
                object,
                regime,
                statutory,
                committedDays,
                extensionDays,
                AcceptanceRule.FIVE_DAYS,
                deemedAcceptance,
                legalBasis,
                conditions,
                steps,
                procedures,
                materials,
                situations,
                fee,
                result,
                "五年",
                1,
                false,
                true,
                null,
                true,
                hearBeforeDecision,
                legalReview,
                grantMayPrecede,
                endsOnMissingSupplement,
                commitment,
                List.of("示例"));
    }
}
