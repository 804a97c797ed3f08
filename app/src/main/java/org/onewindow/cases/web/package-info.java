/** REST endpoints of cases. */
@NullMarked
package org.onewindow.cases.web;

import org.jspecify.annotations.NullMarked;
