/** REST endpoints of joint handling. */
@NullMarked
package org.onewindow.joint.web;

import org.jspecify.annotations.NullMarked;
