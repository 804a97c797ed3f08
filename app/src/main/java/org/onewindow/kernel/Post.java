package org.onewindow.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A post (岗位) somebody holds: a role, bound to the body it is exercised for.
 *
 * @param role what may be done
 * @param department code of the department, for reviewers, approvers and heads; null where the role has none
 * @param window number of the window, for clerks and cashiers
 * @param division code of the township or village, for agents
 */
public record Post(
        Role role,
        @Nullable String department,
        @Nullable String window,
        @Nullable String division) {}
