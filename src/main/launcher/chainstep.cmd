@echo off
rem Starts chainstep.jar, which lies beside this, with the archive of its classes where there is one: a window is there sooner.
rem An archive of another Java or another jar is passed over in silence. Java compiles later: a start runs nearly everything but once.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -Xlog:disable -Xshare:auto "-XX:SharedArchiveFile=%~dp0chainstep.jsa" -XX:CompileThresholdScaling=2 -jar "%~dp0chainstep.jar" %*
exit /b %ERRORLEVEL%
