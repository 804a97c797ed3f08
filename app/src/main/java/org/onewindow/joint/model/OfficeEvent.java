package org.onewindow.joint.model;

import java.time.LocalDate;
import org.onewindow.joint.Project.Ground;
import org.onewindow.joint.Review.Stand;

/**
 * What the offices do around applications: themes, project files (J6) and joint reviews (J4). Events are data for decades: fields
 * are only ever added.
 */
public sealed interface OfficeEvent {

    /** A version of a theme was written. */
    record ThemeDrafted(String theme, int version) implements OfficeEvent {}

    /** It was filed, in effect from a day. */
    record ThemeFiled(String theme, int version, LocalDate on) implements OfficeEvent {}

    /** It takes no applications from a day. */
    record ThemeRetired(String theme, int version, LocalDate on) implements OfficeEvent {}

    /** A project file was opened. */
    record ProjectOpened(String number, String theme) implements OfficeEvent {}

    /** The project goes through the green channel (绿色通道) from here. */
    record ProjectGreen(String number, String theme, Ground ground) implements OfficeEvent {}

    /** What a stage waits for was reached (J1). */
    record ProjectMilestone(String number, String theme, int stage, LocalDate on) implements OfficeEvent {}

    /** One use of the green channel, and how many there have been. */
    record ProjectGreenUsed(String number, String application, int uses) implements OfficeEvent {}

    /** 联审会议 was called together. */
    record ReviewConvened(String subject, int stage, LocalDate dueOn) implements OfficeEvent {}

    /** A body said its opinion. */
    record ReviewOpinion(String subject, int stage, LocalDate dueOn, String department, Stand stand)
            implements OfficeEvent {}

    /** Minutes were taken. */
    record ReviewRecorded(String subject, int stage, LocalDate dueOn) implements OfficeEvent {}

    /** A body was silent until the limit: it agreed thereby, or missed it (超时默认). */
    record ReviewSilent(String subject, int stage, LocalDate dueOn, String department, Stand stand)
            implements OfficeEvent {}
}
