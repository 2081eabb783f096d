@echo off
rem Starts chainstep.jar, which lies beside this, with the archive of its classes where there is one: a window is there sooner.
rem An archive of another Java or another jar is passed over in silence. Java compiles later, and its best much later:
rem a start runs nearly everything but once, and what is trained runs for long enough.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -Xlog:disable -Xshare:auto -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC ^
  "-XX:SharedArchiveFile=%~dp0chainstep.jsa" -XX:CompileThresholdScaling=2 ^
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 ^
  -XX:Tier4BackEdgeThreshold=400000 -Dchainstep.ahead=true -jar "%~dp0chainstep.jar" %*
exit /b %ERRORLEVEL%
