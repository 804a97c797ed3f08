package org.onewindow.divisions;

import org.jspecify.annotations.Nullable;

/**
 * A numbered counter of the hall.
 *
 * @param number e.g. A03
 * @param zone code of its zone
 * @param department code of the department that staffs it; null unless its kind is DEPARTMENT
 */
public record Window(
        String number, String zone, Kind kind, @Nullable String department, String name) {

    /** What a window is for. */
    public enum Kind {
        /** 部门窗口. */
        DEPARTMENT,
        /** 综合窗口: receives for several departments. */
        COMPREHENSIVE,
        /** 收费窗口. */
        CHARGING,
        /** 投诉窗口. */
        COMPLAINT,
        /** 导办台. */
        GUIDANCE,
        /** 政府信息公开查阅. */
        INFORMATION
    }
}
