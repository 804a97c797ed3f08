package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.joint.Theme;

/** A theme that can be filed as it is: A leads, B and C wait for it, C only for those who serve alcohol. */
final class ATheme {

    final Map<String, ItemVersion> items = new LinkedHashMap<>();
    List<Situation> questions =
            List.of(new Situation("ALCOHOL", "卖酒吗？", List.of(new Choice("YES", "卖"), new Choice("NO", "不卖"))));
    List<Theme.Member> members =
            new ArrayList<>(List.of(member("A", true), member("B", false), member("C", false, "ALCOHOL=YES")));
    List<Theme.Edge> edges = new ArrayList<>(List.of(new Theme.Edge("A", "B"), new Theme.Edge("A", "C")));
    String leadDepartment = "BM01";
    boolean oneDecision = true;
    boolean oneSeal = false;

    private ATheme() {
        item("A", 8, it -> it.result = "甲证");
        item("B", 5, it -> it.materials = List.of(AnItem.material("申请书"), AnItem.material("甲证")));
        item("C", 3, it -> it.materials = List.of(AnItem.material("申请书")));
    }

    static ATheme aTheme() {
        return new ATheme();
    }

    ATheme with(Consumer<ATheme> change) {
        change.accept(this);
        return this;
    }

    ATheme item(String code, int days, Consumer<AnItem> change) {
        AnItem item = AnItem.anItem();
        item.code = code;
        item.committedDays = days;
        change.accept(item);
        items.put(code, item.build());
        return this;
    }

    static Theme.Member member(String code, boolean lead, String... when) {
        return new Theme.Member(code, lead, List.of(when), null, List.of());
    }

    Theme build() {
        return new Theme(
                "TH90",
                1,
                Theme.State.DRAFT,
                null,
                "示例一件事",
                "Example",
                "",
                ApplicantObject.BOTH,
                "BM01",
                questions,
                List.of(new Theme.Stage(1, "办理", leadDepartment, null, oneDecision, true, oneSeal, members)),
                edges);
    }

    Optional<ItemVersion> inEffect(String code) {
        return Optional.ofNullable(items.get(code));
    }
}
