package org.onewindow.joint;

import java.time.Instant;
import java.util.List;
import org.onewindow.joint.JointCommand.Finding;
import org.onewindow.joint.JointCommand.Surveyors;

/** A joint site survey; {@code findings} are empty until it took place. */
public record Survey(Instant at, String place, List<Surveyors> bodies, List<Finding> findings) {}
