package org.onewindow.joint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.MemberCase;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.model.GraphMoves;
import org.onewindow.joint.model.JointFile;

/**
 * An application with everything one looks at to judge or show it.
 *
 * @param cases the members' cases, by item
 * @param before how members of earlier stages that this one waits for have ended, by item
 * @param beforeOn the same, or when they are expected to end
 * @param lines the merged list of materials
 */
record JointScene(
        JointFile file,
        Theme theme,
        Theme.Stage stage,
        ItemVersion lead,
        Map<String, MemberCase> cases,
        Map<String, GraphMoves.End> before,
        Map<String, LocalDate> beforeOn,
        List<MaterialLine> lines,
        WorkingCalendar calendar,
        LivePlan plan) {}
