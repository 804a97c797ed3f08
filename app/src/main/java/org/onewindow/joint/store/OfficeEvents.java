package org.onewindow.joint.store;

import java.util.Map;
import org.onewindow.joint.model.OfficeEvent;
import org.onewindow.journal.EventTypes;

/** How events around applications are stored; the names are fixed for decades. */
public final class OfficeEvents {

    private static final EventTypes<OfficeEvent> TYPES = new EventTypes<>(
            JointJson.MAPPER,
            Map.ofEntries(
                    Map.entry("joint.theme-drafted", OfficeEvent.ThemeDrafted.class),
                    Map.entry("joint.theme-filed", OfficeEvent.ThemeFiled.class),
                    Map.entry("joint.theme-retired", OfficeEvent.ThemeRetired.class),
                    Map.entry("joint.project-opened", OfficeEvent.ProjectOpened.class),
                    Map.entry("joint.project-green", OfficeEvent.ProjectGreen.class),
                    Map.entry("joint.project-milestone", OfficeEvent.ProjectMilestone.class),
                    Map.entry("joint.project-green-used", OfficeEvent.ProjectGreenUsed.class),
                    Map.entry("joint.review-convened", OfficeEvent.ReviewConvened.class),
                    Map.entry("joint.review-opinion", OfficeEvent.ReviewOpinion.class),
                    Map.entry("joint.review-recorded", OfficeEvent.ReviewRecorded.class),
                    Map.entry("joint.review-silent", OfficeEvent.ReviewSilent.class)));

    private OfficeEvents() {}

    /** The type an event is stored under. */
    public static String type(OfficeEvent event) {
        return TYPES.nameOf(event);
    }

    /** An event's body. */
    public static String body(OfficeEvent event) {
        return TYPES.write(type(event), event);
    }
}
