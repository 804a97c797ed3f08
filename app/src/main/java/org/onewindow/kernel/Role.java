package org.onewindow.kernel;

/** What a post entitles its holder to do (section 1 of the domain: who is who). */
public enum Role {
    /** 窗口人员: receives, accepts, completes, delivers at a window. */
    CLERK,
    /** 审查人员: does the examination steps of a department. */
    REVIEWER,
    /** 审批人员, 首席代表: decides for a department. */
    APPROVER,
    /** 部门负责人: approves extensions (T7). */
    HEAD,
    /** 县政府负责人: approves what the law reserves for the county's government. */
    LEADER,
    /** 收费员: the charging window. */
    CASHIER,
    /** 电子监察员: sees everything, changes no case. */
    SUPERVISOR,
    /** 中心管理员: catalogue filing, windows, staff. */
    MANAGER,
    /** System administrator: users, calendars, simulation. */
    ADMIN,
    /** 帮办代办员: service agent of a township or village. */
    AGENT
}
